"""Runs the demonstration and takes its survey, letter and report as pictures under docs/pictures.

Each page is taken at 1280 and 360 pixels wide, light and dark. A page that is not there or scrolls sideways fails
the run.
"""

import pathlib
import re
import subprocess
import sys

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
WIDTHS = (1280, 360)
SCHEMES = ("light", "dark")


def addresses(demo):
    """Reads the demonstration's output until it serves; returns name -> address."""
    found = {}
    for line in demo.stdout:
        sys.stdout.write(line)
        match = re.match(r"\s*(survey|letter|report)\s.*?(https?://\S+)", line)
        if match:
            found[match.group(1)] = match.group(2)
        if len(found) == 3:
            return found
    raise SystemExit("the demonstration ended before it printed its addresses")


def take(page, name, address, width, scheme):
    response = page.goto(address, wait_until="load")
    if response is None or not response.ok:
        raise SystemExit(f"{name}: {address} answered {response.status if response else 'nothing'}")
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    target = PICTURES / f"{name}-{width}-{scheme}.png"
    page.screenshot(path=str(target), full_page=True)
    print(f"{target.relative_to(ROOT)}  {page.title()}")
    return [f"{name} at {width} scrolls sideways by {overflow} pixels"] if overflow > 0 else []


def main():
    PICTURES.mkdir(parents=True, exist_ok=True)
    demo = subprocess.Popen(
        [ROOT / ".build/release/genklang", "demo", "--language", "en"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    faults = []
    try:
        pages = addresses(demo)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            for width in WIDTHS:
                for scheme in SCHEMES:
                    context = browser.new_context(
                        viewport={"width": width, "height": 900}, color_scheme=scheme, locale="sv-SE"
                    )
                    page = context.new_page()
                    for name, address in pages.items():
                        faults += take(page, name, address, width, scheme)
                    context.close()
            browser.close()
    finally:
        demo.terminate()
        demo.wait(timeout=20)
    if faults:
        raise SystemExit("\n".join(faults))


main()
