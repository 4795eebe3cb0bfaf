"""A real SMTP server (aiosmtpd) that writes what it was given, one JSON object a line, to a file."""
import asyncio
import base64
import json
import threading

from aiosmtpd.smtp import SMTP


def start(log, *options):
    """Options: `utf8` offers SMTPUTF8. Returns the port."""
    connections = 0
    loop = asyncio.new_event_loop()

    class Handler:
        async def handle_DATA(self, server, session, envelope):
            log.write(json.dumps({
                "from": envelope.mail_from, "to": envelope.rcpt_tos, "connection": server.number,
                "bytes": base64.b64encode(envelope.content).decode(),
            }) + "\n")
            return "250 2.0.0 Kept"

    def protocol():
        nonlocal connections
        connections += 1
        smtp = SMTP(Handler(), enable_SMTPUTF8="utf8" in options, decode_data=False, loop=loop)
        smtp.number = connections
        return smtp

    server = loop.run_until_complete(loop.create_server(protocol, "127.0.0.1", 0))
    threading.Thread(target=loop.run_forever, daemon=True).start()
    return server.sockets[0].getsockname()[1]
