"""The bare bot that Bråbot is compared with: stores each text in SQLite and answers.

As python-telegram-bot's own example of a webhook has it (`examples/customwebhookbot.py`):
Starlette and uvicorn put each update into the queue, the application takes them from there.
`python -m tests.benchmarks.scale.echo_bot BASE_URL PORT DATABASE`
"""

import asyncio
import socket
import sqlite3
import sys

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from tests.benchmarks.scale.loopback import TOKEN


async def main(base_url: str, port: int, path: str) -> None:
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE IF NOT EXISTS message (chat_id INTEGER, text TEXT)")

    async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        message = update.message
        if message is None or message.text is None:
            return
        with database:  # a commit for each message
            database.execute("INSERT INTO message VALUES (?, ?)", (message.chat_id, message.text))
        await message.reply_text(f"Tack! Vi har sparat: {message.text}")

    application = Application.builder().token(TOKEN).base_url(base_url).updater(None).build()
    application.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND, echo))

    async def take(request: Request) -> Response:
        update = Update.de_json(await request.json(), application.bot)
        await application.update_queue.put(update)
        return Response()

    server = uvicorn.Server(
        uvicorn.Config(
            Starlette(routes=[Route("/telegram", take, methods=["POST"])]),
            log_config=None,
            access_log=False,
        )
    )
    listener = socket.create_server(("127.0.0.1", port))
    async with application:
        await application.start()
        await application.bot.set_webhook("https://bot.example.se/telegram")
        await server.serve(sockets=[listener])
        await application.stop()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), sys.argv[3]))
