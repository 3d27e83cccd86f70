@testable import ResyDomain
import Foundation
import Testing

@testable import ResyNative

extension BrowserTests {
    @Suite(.serialized) struct BrowserTabTests {
        private static let page = """
            <!doctype html><title>One</title>
            <form onsubmit="window.sent = document.getElementById('a').value; return false">
            <input id="a" style="position:absolute;left:20px;top:20px;width:200px;height:30px">
            <button id="b" type="button" onclick="window.clicked = event.isTrusted"
              style="position:absolute;left:20px;top:80px;width:100px;height:40px">Go</button>
            </form>
            """

        /// Known once the page is complete.
        private static let title = """
            new Promise(tell => {
              const say = () => tell(document.title);
              document.readyState === 'complete' ? say() : addEventListener('load', say);
            })
            """

        /// One site, by two names that are two sites to a browser; the frame is the other's.
        private static func site() throws -> LoopbackServer {
            try LoopbackServer { request, peer in
                let html = "Content-Type: text/html"
                switch (request.method, request.path) {
                case ("OPTIONS", _):
                    peer.answer(headers: [
                        "Access-Control-Allow-Origin: *", "Access-Control-Allow-Headers: *",
                        "Access-Control-Allow-Methods: *",
                    ])
                case (_, "/frame"):
                    peer.answer("<script>fetch('/from-frame')</script>".utf8, headers: [html])
                case (_, "/login"):
                    peer.answer(
                        #"{"token":"t-1"}"#.utf8,
                        headers: ["Content-Type: application/json", "Access-Control-Allow-Origin: *"])
                case (_, "/bytes"):
                    peer.answer([0xFF, 0, 1, 0xFE], headers: ["Content-Type: application/octet-stream"])
                case (_, "/go"): peer.answer(status: "302 Found", headers: ["Location: /bytes"])
                default:
                    peer.answer(page.utf8, headers: [html, "Set-Cookie: seat=12; HttpOnly; Path=/; Max-Age=600"])
                }
                return .keep
            }
        }

        private func inTab(
            _ change: (inout BrowserOptions) -> Void = { _ in }, _ body: (BrowserTab) async throws -> Void
        ) async throws {
            let folder = try TempFolder()
            var options = Chromium.options(in: folder)
            change(&options)
            try await withBrowser(options, clock: SystemClock()) { connection in
                let tab = try await BrowserTab.open(on: connection)
                try await body(tab)
                await tab.close()
            }
        }

        @Test func aPageIsUsedAsAPersonWould() async throws {
            let server = try Self.site()
            defer { server.stop() }
            try await inTab { tab in
                try await tab.navigate(server.url + "/")
                #expect(try await tab.evaluate(Self.title, limit: 30) == "One")
                #expect(
                    try await tab.evaluate("new Promise(r => setTimeout(() => r({a: [1, 'é']}), 1))") == [
                        "a": [1, "é"]
                    ])
                #expect(try await tab.evaluate("undefined").isNull)
                await #expect(throws: BrowserError.scriptFailed("TypeError")) { try await tab.evaluate("null.x") }
                try await tab.click(x: 60, y: 30)
                try await tab.insert(Secret("pässwörd \"1\""))
                try await tab.press(.enter)
                #expect(try await tab.evaluate("window.sent") == "pässwörd \"1\"")
                try await tab.click(x: 60, y: 100)
                #expect(try await tab.evaluate("window.clicked") == true)

                // Half a character harms nobody else.
                #expect(try await tab.evaluate(#"'a\ud800b'"#) == "a\u{fffd}b")
                #expect(try await tab.evaluate("'x'.repeat(3 << 20).length + 0", limit: 30) == 3_145_728)
                #expect(try await tab.evaluate("'x'.repeat(3 << 20)", limit: 30).string.utf8.count == 3_145_728)

                // Dialogs hold up the page, not us: nothing is agreed to.
                #expect(try await tab.evaluate("alert('Hello'); confirm('Sure?')") == false)
                #expect(try await tab.evaluate("prompt('Name?')").isNull)

                // A page that hangs is given up on; the next is another's.
                await #expect(throws: BrowserError.timedOut(method: "Runtime.evaluate")) {
                    try await tab.evaluate("new Promise(() => {})", limit: 0.2)
                }
                let left = try await tab.hanging()
                try await tab.navigate(server.url + "/other")
                await #expect(throws: BrowserError.contextGone) { try await left.value }

                let cookies = try await tab.cookies(for: [server.url + "/"])
                #expect(cookies.map(\.name) == ["seat"])
                #expect(cookies.first?.value == Secret("12"))
                #expect(cookies.first?.isHTTPOnly == true)
                #expect(cookies.first?.isSecure == false)
                #expect(cookies.first?.expires != nil)
                #expect(try await tab.cookies(for: ["http://127.0.0.2/"]) == [])

                let port = try Loopback.freePort()
                await #expect(throws: BrowserError.unreachable("net::ERR_CONNECTION_REFUSED")) {
                    try await tab.navigate("http://127.0.0.1:\(port)/")
                }
                await #expect(throws: BrowserError.unreachable("net::ERR_NAME_NOT_RESOLVED")) {
                    try await tab.navigate("http://resy.com/")
                }
            }
        }

        @Test func theTrafficOfAllFramesIsSeen() async throws {
            let server = try Self.site()
            defer { server.stop() }
            try await inTab { tab in
                let other = "http://localhost:\(server.port)"
                try await tab.navigate(server.url + "/")
                _ = try await tab.evaluate(
                    """
                    (async () => {
                      await (await fetch('\(other)/login', {method: 'POST', headers: {'X-Resy-Auth-Token': 'T'}, body: 'a=b'})).text();
                      await (await fetch('/go')).arrayBuffer();
                      const frame = document.createElement('iframe');
                      frame.src = '\(other)/frame';
                      document.body.append(frame);
                    })()
                    """, limit: 30)
                var seen = SeenTraffic()
                for await one in tab.traffic {
                    seen.add(one)
                    if seen.finished("/from-frame") != nil, seen.finished("/bytes") != nil,
                        seen.finished("/login") != nil,
                        seen.hasSentHeaders("/from-frame")
                    {
                        break
                    }
                }
                let login = try #require(seen.finished("/login"))
                #expect(seen.methods("/login") == ["OPTIONS", "POST"])
                #expect(seen.headers(login, "x-resy-auth-token") == ["T"])
                #expect(try await tab.body(of: login) == Array(#"{"token":"t-1"}"#.utf8))
                #expect(try await tab.body(of: try #require(seen.finished("/bytes"))) == [0xFF, 0, 1, 0xFE])
                #expect(seen.statuses("/go") == [302])
                #expect(seen.frames.contains { $0.hasPrefix(other) }, "\(seen.frames)")
                #expect(try #require(seen.finished("/from-frame")).session != login.session)
                let page = try #require(seen.finished("/"))
                #expect(seen.headers(page, "user-agent").allSatisfy { !$0.contains("Headless") })
            }
        }

        @Test func aCrashOfThePageIsSaidAtOnce() async throws {
            try await inTab { tab in
                let waiting = try await tab.hanging()
                await #expect(throws: BrowserError.self) { try await tab.navigate("chrome://crash") }
                // What waited on the page before fails as well, as left or as crashed.
                await #expect(throws: BrowserError.self) { try await waiting.value }
                await #expect(throws: BrowserError.crashed) { try await tab.evaluate("1") }
                #expect(await tab.traffic.contains { if case .crashed = $0 { true } else { false } })
            }
        }

        /// Not even when it ends in peace and writes all it wants to keep.
        @Test func nothingSaidOnAPageReachesTheDisk() async throws {
            let server = try Self.site()
            defer { server.stop() }
            let folder = try TempFolder()
            let options = Chromium.options(in: folder)
            let browser = try ChromiumProcess(options, clock: SystemClock())
            let connection = try await CDPConnection.connect(try await browser.start(options), clock: SystemClock())
            let tab = try await BrowserTab.open(on: connection)
            try await tab.navigate(server.url + "/")
            _ = try await tab.evaluate(Self.title, limit: 30)
            let mark = "tr0ub4dor-and-3"
            try await tab.click(x: 60, y: 30)
            try await tab.insert(Secret(mark))
            try await tab.press(.enter)
            let write = """
                (async () => {
                  const mark = document.getElementById('a').value;
                  localStorage.a = sessionStorage.a = mark;
                  document.cookie = 'a=' + mark + ';max-age=900';
                  await fetch('/login', {method: 'POST', headers: {'X-Token': mark}, body: mark});
                  return mark + mark.length;
                })()
                """
            #expect(try await tab.evaluate(write, limit: 30) == .string(mark + "\(mark.count)"))
            _ = try? await connection.call("Browser.close")
            #expect(try await Chromium.eventually { Chromium.processes(of: folder).isEmpty })
            let files = FileManager.default.enumerator(atPath: browser.folder.paths.root)
            let marks = [mark.data(using: .utf8), mark.data(using: .utf16LittleEndian)].compactMap { $0 }
            var count = 0
            while let name = files?.nextObject() as? String {
                guard let bytes = FileManager.default.contents(atPath: browser.folder.paths.root + "/" + name) else {
                    continue
                }
                count += 1
                #expect(!marks.contains { bytes.range(of: $0) != nil }, "\(name)")
            }
            #expect(count > 20)
            await tab.close()
            await connection.close()
            await browser.stop()
        }

        /// A chain that only carries the authority is no chain of it.
        @Test(.enabled(if: TLSFront.isWanted)) func theUsersOwnAuthorityIsTrustedAndNoOther() async throws {
            let server = try Self.site()
            defer { server.stop() }
            let (ours, stranger) = (try TestAuthority.shared.get(), try TestAuthority())
            defer { stranger.remove() }
            let good = try TLSFront(to: server.port, certificate: ours.certificate())
            defer { good.stop() }
            let forged = try stranger.certificate()
            let chain =
                try String(contentsOfFile: forged.certificate, encoding: .utf8)
                + String(contentsOfFile: ours.bundle, encoding: .utf8)
            try chain.write(toFile: forged.certificate, atomically: true, encoding: .utf8)
            let bad = try TLSFront(to: server.port, certificate: forged)
            defer { bad.stop() }
            try await inTab({ $0.caBundle = ours.bundle }) { tab in
                try await tab.navigate(good.url + "/")
                #expect(try await tab.evaluate(Self.title) == "One")
                await #expect(throws: BrowserError.unreachable("net::ERR_CERT_AUTHORITY_INVALID")) {
                    try await tab.navigate(bad.url + "/")
                }
            }
        }
    }
}
