@testable import ResyDomain
import Foundation
import ResyNative
import SandboxKit
import Testing

/// The server as a client runs it, with the API's sign-in blocked and a real browser at hand.
@Suite(.serialized, .enabled(if: LocalBrowser.isThere), .timeLimit(.minutes(5)))
struct BrowserSignInTests {
    @Test
    func oneCallSignsInThroughTheBrowserAndAnswers() async throws {
        try await onSite { site in
            let server = try await site.server()
            server.write(site.call(1, "my_reservations"))
            let replies = await server.repliesUntilAnswer(to: 1)
            let result = try #require(replies.last?.optional("result"))
            #expect(try result["isError"].flag == false, "\(result.compact)")
            let structured = try result["structuredContent"]
            #expect(try structured["synced"].flag)
            let news = replies.compactMap { try? $0["params"]["message"].string }
            for words in ["starting the browser", "waiting for the site", "filling in the sign-in form"] {
                #expect(news.contains(words))
            }
            #expect(await site.stage.sandbox.requests(to: .authPassword).filter(\.isFromPage).count == 1)
            server.closeInput()
            #expect(await server.status() == 0)
            #expect(site.leftovers.isEmpty)
        }
    }

    /// The first call meets the guard twice; those after it are told at once, in this process and the next.
    @Test
    func aBlockedBrowserIsNotStartedAgain() async throws {
        try await onSite { site in
            await site.stage.sandbox.world.change { $0.block = .authPage }
            var asked = 0
            for isFirst in [true, false] {
                let server = try await site.server()
                for number in 1...2 {
                    server.write(site.call(number, "my_reservations"))
                    let replies = await server.repliesUntilAnswer(to: number)
                    let news = replies.compactMap { try? $0["params"]["message"].string }
                    #expect(news.contains("starting the browser") == (isFirst && number == 1))
                    let answer = try #require(replies.last).compact
                    #expect(answer.contains("resy-mcp login --headed"), "\(answer)")
                    let visits = await site.stage.sandbox.requests(to: .authPassword).count
                    if isFirst && number == 1 { asked = visits }
                    #expect(visits == asked)
                }
                server.closeInput()
                #expect(await server.status() == 0)
            }
            #expect(asked == 2, "one by program, one by the page")
        }
    }

    @Test
    func aCancelledCallTakesItsBrowserAlong() async throws {
        try await onSite { site in
            await site.stage.sandbox.world.change { $0.site.loginStalls = true }
            let server = try await site.server()
            server.write(site.call(1, "my_reservations"))
            #expect(await server.waitForProgress("waiting for Resy's answer"))
            server.write(#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}"# + "\n")
            #expect(try await eventually { LocalBrowser.processes(of: site.folder).count == 1 })
            #expect(try await eventually { site.leftovers.isEmpty })
            await site.stage.sandbox.world.change { $0.site.loginStalls = false }
            server.write(site.call(2, "my_reservations"))
            let result = await server.repliesUntilAnswer(to: 2).last?.optional("result")
            #expect(result?.optional("structuredContent") != nil)
            server.closeInput()
            _ = await server.status()
        }
    }

    @Test(arguments: [SIGTERM, SIGKILL])
    func nothingOutlivesTheServer(_ signal: CInt) async throws {
        try await onSite { site in
            await site.stage.sandbox.world.change { $0.site.loginStalls = true }
            let server = try await site.server()
            server.write(site.call(1, "my_reservations"))
            #expect(await server.waitForProgress("waiting for Resy's answer"))
            server.terminate(signal)
            _ = await server.status()
            #expect(try await eventually { LocalBrowser.processes(of: site.folder).isEmpty })
            // Nobody can tidy up after a SIGKILL but the next one who starts a browser.
            if signal == SIGTERM { #expect(site.leftovers.isEmpty) }
        }
    }

    // MARK: -

    private struct Site {
        let stage: SiteStage
        let folder: URL
        var home: URL { folder.appending(path: "home") }
        var temp: URL { folder.appending(path: "tmp") }

        var leftovers: [String] { (try? FileManager.default.contentsOfDirectory(atPath: temp.path)) ?? [] }

        func server() async throws -> ServerProcess {
            let server = try ServerProcess(
                environment: [
                    "HOME": folder.path, "RESY_MCP_HOME": home.path, "TMPDIR": temp.path, "PATH": "/usr/bin:/bin",
                    "RESY_API_URL": stage.apiURL, "RESY_WEB_URL": stage.webURL, "RESY_PACE": "0",
                    "RESY_BUDGET": "0",
                    "RESY_CHROMIUM": try LocalBrowser.script(in: folder),
                ])
            server.write(
                #"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25","#
                    + #""capabilities":{},"clientInfo":{"name":"test","version":"1"}}}"# + "\n")
            _ = await server.readLine()
            return server
        }

        func call(_ id: Int, _ tool: String) -> String {
            #"{"jsonrpc":"2.0","id":\#(id),"method":"tools/call","params":{"name":"\#(tool)","arguments":{},"#
                + #""_meta":{"progressToken":"p"}}}"# + "\n"
        }
    }

    /// A home that knows an e-mail and a password and nothing else.
    private func onSite(_ play: (Site) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "resy-site-\(UUID().uuidString)")
        let site = Site(stage: try await SiteStage.start(.plain), folder: folder)
        try FileManager.default.createDirectory(at: site.temp, withIntermediateDirectories: true)
        await site.stage.sandbox.world.change { $0.block = .authProgramsPage }
        let result: Result<Void, any Error>
        do {
            let credentials = CredentialStore(home: Home(site.home.path), now: { SystemClock().now }, report: { _ in })
            try await credentials.save(
                "resy", Credentials(email: "sam@example.com", password: Secret("correct horse battery")))
            result = .success(try await play(site))
        } catch {
            result = .failure(error)
        }
        await site.stage.stop()
        try? FileManager.default.removeItem(at: folder)
        try result.get()
    }

    private func eventually(_ isSo: () -> Bool) async throws -> Bool {
        for _ in 0..<2000 {
            if isSo() { return true }
            try await Task.sleep(for: .milliseconds(10))
        }
        return false
    }
}

extension ServerProcess {
    /// All that comes up to the answer, and it.
    fileprivate func repliesUntilAnswer(to id: Int) async -> [JSON] {
        var replies: [JSON] = []
        while let line = await readLine() {
            guard let reply = try? JSON(text: line) else { continue }
            replies.append(reply)
            if (try? reply["id"].integer) == id { return replies }
        }
        return replies
    }

    fileprivate func waitForProgress(_ words: String) async -> Bool {
        while let line = await readLine() {
            if (try? JSON(text: line)["params"]["message"].string) == words { return true }
        }
        return false
    }
}
