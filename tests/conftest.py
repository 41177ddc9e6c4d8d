"""What every test shares: property tests that say the same each time, however slow the machine is."""

import pytest
from hypothesis import settings

settings.register_profile("loftet", deadline=None, derandomize=True, database=None)
settings.load_profile("loftet")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let golden cases be written anew: `pytest tests/test_cases.py --rewrite`."""
    parser.addoption("--rewrite", action="store_true", help="skriv om expected/ i tests/cases")
