import subprocess
import sys


def test_importing_the_sandbox_brings_in_no_server() -> None:
    code = "import sys, bot.sandbox; print({'uvicorn', 'starlette', 'telegram'} & set(sys.modules))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert result.stdout.strip() == b"set()"
