"""One server and one browser for the whole browser suite."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.navigateur.serveur import chromium, serveur

# a machine that runs other work beside the tests draws a page slowly, not wrongly
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def adresse() -> Iterator[str]:
    with serveur() as url:
        yield url


@pytest.fixture(scope="session")
def navigateur() -> Iterator[Browser]:
    with chromium() as fenetre:
        yield fenetre
