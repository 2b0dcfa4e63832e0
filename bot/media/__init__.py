"""Files of residents: what they really are, and without what tells where and by whom."""
