"""Counts checks, and prints the ones that fail."""


class Report:
    def __init__(self):
        self.passed = 0
        self.failed = 0

    def check(self, title, condition, detail=""):
        """Counts one check; `detail` is what was seen instead."""
        if condition:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED {title}" + (f": {detail}" if detail != "" else ""), flush=True)
        return bool(condition)

    def equal(self, title, found, expected):
        return self.check(title, found == expected, f"expected {expected!r}, found {found!r}")

    def section(self, title, run, *arguments):
        """Runs one group of checks; an exception is one failure of the group and does not stop the others."""
        before = self.passed + self.failed
        try:
            run(self, *arguments)
        except Exception as error:
            self.check(title, False, f"{type(error).__name__}: {error}")
        print(f"{title}: {self.passed + self.failed - before} checks", flush=True)

    def finish(self):
        """Prints the totals; the value is the exit code."""
        print(f"{self.passed} passed, {self.failed} failed")
        return 0 if self.failed == 0 and self.passed > 0 else 1
