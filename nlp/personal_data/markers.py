"""What stands in a masked text for each kind of personal data."""

MARKERS = {
    "PERSON": "[namn]",
    "PHONE": "[telefon]",
    "PERSONNUMMER": "[personnummer]",
    "EMAIL": "[e-post]",
    "PLATE": "[regnummer]",
    "HANDLE": "[konto]",
    "DWELLING": "[bostad]",
}
"""Label of the annotation guide → Swedish marker."""
