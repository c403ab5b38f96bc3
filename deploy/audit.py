"""Known weaknesses of what is installed: python deploy/audit.py, with pip-audit on the path.

Exit code 1 when one is known. Where the databases cannot be reached, or do not know a package, that
is said, and never taken for a good answer; the exit code is then 0, so that nothing waits for a
network which is not there.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

WANTED = Path(__file__).resolve().parent / "requirements.lock"
PATIENCE = 600


def main() -> int:
    program = shutil.which("pip-audit", path=f"{Path(sys.executable).parent}") or shutil.which(
        "pip-audit"
    )
    if not program:
        print("not audited: there is no pip-audit; python -m pip install pip-audit")
        return 0
    command = [program, "--format", "json", "--disable-pip", "--require-hashes", "-r", str(WANTED)]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command
            command, capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False
        )
        told = json.loads(done.stdout)["dependencies"]
    except subprocess.TimeoutExpired:
        print(f"not audited: no answer within {PATIENCE} seconds")
        return 0
    except (ValueError, LookupError):
        last = (done.stderr.strip().splitlines() or ["no answer"])[-1]
        print(f"not audited: {last}")
        return 0
    return tell(told)


def tell(dependencies: list[dict[str, object]]) -> int:
    """Print what was found, what was not looked at, and how many were: the exit code."""
    skipped = [each for each in dependencies if "skip_reason" in each]
    weak = [each for each in dependencies if each.get("vulns")]
    for each in weak:
        for known in each["vulns"]:  # type: ignore[attr-defined]
            mended = ", ".join(known["fix_versions"]) or "no version yet"
            print(f"{each['name']} {each['version']}: {known['id']}, mended in {mended}")
    for each in skipped:
        print(f"not audited: {each['name']}: {each['skip_reason']}")
    looked_at = len(dependencies) - len(skipped)
    print(f"{looked_at} of {len(dependencies)} packages audited, {len(weak)} with a known weakness")
    return 1 if weak else 0


if __name__ == "__main__":
    sys.exit(main())
