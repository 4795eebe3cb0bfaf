"""Reads letters with Python's email package, strictly, and prints what is wrong with them, one line each.

Usage: check_letters.py FOLDER. The folder holds NAME.eml and NAME.json, the latter with what the letter should
say: {"from": [name, address], "to": …, "reply_to": … or null, "subject": …, "text": …, "html": …, "headers": {…}}.
"""
import email
import email.errors
import email.policy
import html.parser
import json
import pathlib
import re
import sys
from email import message_from_bytes
from email.header import decode_header, make_header

STRICT = email.policy.SMTP.clone(raise_on_defect=False)
BLOCKS = {"p", "div", "li", "ul", "ol", "h1", "h2", "h3", "hr", "br", "blockquote", "title", "body", "head", "html"}


class Words(html.parser.HTMLParser):
    """The words that a reader of the page sees, and the links with their texts."""

    def __init__(self):
        super().__init__()
        self.words, self.links, self.tags, self.inside, self.langs = [], [], [], None, []
        self.in_link = False

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        attributes = dict(attributes)
        if "lang" in attributes:
            self.langs.append(attributes["lang"])
        for name in attributes:
            if name.startswith("on") or name in ("src", "background"):
                self.tags.append("!" + name)
        if tag == "a":
            self.links.append([attributes.get("href"), ""])
            self.in_link = True
        if tag in ("title", "style", "script"):
            self.inside = tag
        if tag in BLOCKS:
            self.words.append(" ")

    def handle_endtag(self, tag):
        if tag == self.inside:
            self.inside = None
        if tag == "a":
            self.in_link = False
        if tag in BLOCKS:
            self.words.append(" ")

    def handle_data(self, data):
        if self.inside:
            return
        if self.in_link:
            self.links[-1][1] += data
        self.words.append(data)


def defects(part, allowed=()):
    """Everything but what RFC 6532 allows and the parser, which knows RFC 5322, does not."""
    found = [repr(d) for d in part.defects]
    for name, value in part.items():
        found += [f"{name}: {d!r}" for d in getattr(value, "defects", ()) if (name, type(d)) not in allowed]
    for child in part.iter_parts() if part.is_multipart() else ():
        found += defects(child)
    return found


def display_name(header):
    """The name of a mailbox by the older decoder: the newer one keeps the space between encoded words of a phrase,
    which RFC 2047 6.2 says to drop (python/cpython issue 79728)."""
    phrase = re.sub(r"\r\n", "", header).rpartition("<")[0].strip()
    if phrase.startswith('"'):
        return re.sub(r"\\(.)", r"\1", phrase[1:-1])
    return str(make_header(decode_header(phrase)))


def bare(text, links):
    """Words without what marks lists, rules and written-out links in plain text."""
    for target, shown in links:
        if target not in (shown, "mailto:" + shown):
            text = re.sub(r"\s+" + re.escape(f"<{target}>"), "", text, count=1)
    text = re.sub(r"^(\*\*\*|-{4,}|={4,})", " ", text, flags=re.M)
    text = re.sub(r"^ *(>\s)*(- |\d+\. )", " ", text, flags=re.M)
    return [w for w in re.split(r"[ \n]+", text) if w]


def check(file):
    raw = file.read_bytes()
    expected = json.loads(file.with_suffix(".json").read_text("utf-8"))
    wrong = []
    say = wrong.append
    lines = raw.split(b"\r\n")
    if b"\n" in raw.replace(b"\r\n", b"") or b"\r" in raw.replace(b"\r\n", b""):
        say("a bare CR or LF")
    address = expected["to"][1].encode()
    international = not address.isascii()
    ascii = raw.replace(b"<" + address + b">", b"<>", 1) if international else raw
    if any(byte > 126 or (byte < 32 and byte not in (9, 10, 13)) for byte in ascii):
        say("an octet that is not printable ASCII")
    if max(map(len, lines)) > 998:
        say("a line over 998 octets")
    head, _, body = raw.partition(b"\r\n\r\n")
    if max(map(len, body.split(b"\r\n"))) > 78:
        say("a body line over 78 octets")
    for word in re.findall(rb"=\?[^?\s]+\?[bBqQ]\?[^?\s]*\?=", head):
        if len(word) > 75:
            say(f"an encoded word of {len(word)}")
    for line in head.split(b"\r\n"):
        if b"=?" in line and len(line) > 76:
            say(f"a line of {len(line)} with an encoded word")
        if not line.strip():
            say("a folded line of nothing but spaces")
    # From bytes the parser reads ASCII alone; from text it reads what RFC 6532 adds.
    parse = (lambda policy: email.message_from_string(raw.decode(), policy=policy)) if international else (
        lambda policy: message_from_bytes(raw, policy=policy))
    message = parse(STRICT)
    wrong += defects(message, [("To", email.errors.NonASCIILocalPartDefect)] if international else [])

    for name in ("From", "To", "Subject", "Date", "Message-ID", "List-Id", "List-Unsubscribe", "List-Unsubscribe-Post",
                 "Auto-Submitted", "MIME-Version", "Content-Type"):
        if len(message.get_all(name, [])) != 1:
            say(f"{len(message.get_all(name, []))} of {name}")
    for name, key in (("From", "from"), ("To", "to"), ("Reply-To", "reply_to")):
        if expected[key] is None:
            if name in message:
                say(f"a {name} too many")
            continue
        boxes = message[name].addresses
        raw_value = str(parse(email.policy.compat32)[name])
        found = [display_name(raw_value), boxes[0].addr_spec] if len(boxes) == 1 else []
        if found != [expected[key][0] or "", expected[key][1]]:
            say(f"{name} is {found!r} for {expected[key]!r}")
    if str(message["Subject"]) != expected["subject"]:
        say(f"Subject is {message['Subject']!r}")
    for name, value in expected["headers"].items():
        if (str(message[name]) if name in message else None) != value:
            say(f"{name} is {message[name]!r}, not {value!r}")

    if message.get_content_type() != "multipart/alternative":
        say(message.get_content_type())
        return wrong
    parts = list(message.iter_parts())
    if [p.get_content_type() for p in parts] != ["text/plain", "text/html"]:
        say("other parts than text and HTML")
        return wrong
    text, page = (p.get_content().replace("\r\n", "\n") for p in parts)
    if text.rstrip("\n") != expected["text"].rstrip("\n"):
        say("the text is not what was composed")
    if page.rstrip("\n") != expected["html"].rstrip("\n"):
        say("the HTML is not what was composed")

    words = Words()
    words.feed(page)
    words.close()
    seen = [w for w in re.split(r"[ \n]+", "".join(words.words)) if w]
    plain = bare(text, words.links)
    if plain != seen:
        at = next((i for i, (a, b) in enumerate(zip(plain, seen)) if a != b), min(len(plain), len(seen)))
        say(f"text and HTML differ at word {at}: {plain[at:at + 5]} and {seen[at:at + 5]}")
    for target, _ in words.links:
        if target not in text and target.removeprefix("mailto:") not in text:
            say(f"a link that the text does not have: {target}")
    forbidden = {"img", "script", "link", "iframe", "object", "form", "style", "svg"} & set(words.tags)
    if forbidden or any(t.startswith("!") for t in words.tags):
        say(f"markup that letters do not hold: {sorted(forbidden)}")
    if words.langs[:1] != ["sv"] or "en" not in words.langs:
        say(f"languages {words.langs}")
    return wrong


folder = pathlib.Path(sys.argv[1])
files = sorted(folder.glob("*.eml"))
for file in files:
    for message in check(file):
        print(f"{file.name}: {message}")
print(f"{len(files)} letters read")
