"""The event loop that the server runs on."""

import asyncio
import socket

import uvicorn
import uvloop


def accepted_by(loop: asyncio.AbstractEventLoop) -> bool:
    """Whether a connection sends small messages at once, on a socket made as Streamlit makes its
    own: without naming TCP."""

    async def connection() -> bool:
        told: asyncio.Future[int] = loop.create_future()

        def come(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            server_side = writer.get_extra_info("socket")
            told.set_result(server_side.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        with socket.socket(family=socket.AF_INET) as listener:
            listener.bind(("127.0.0.1", 0))
            listener.listen()
            async with await asyncio.start_server(come, sock=listener):
                with socket.create_connection(listener.getsockname()):
                    return bool(await told)

    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        return runner.run(connection())


def test_the_server_runs_on_uvloop() -> None:
    factory = uvicorn.Config("app:app").get_loop_factory()
    assert factory is uvloop.new_event_loop


def test_small_messages_of_a_page_do_not_wait_for_each_other() -> None:
    assert accepted_by(uvloop.new_event_loop())
