import Foundation
import Testing

@testable import SandboxKit

/// The site in a real Chromium, as far as its command line shows: a page that its scripts have made.
@Suite(.timeLimit(.minutes(5)), .serialized, .enabled(if: Visitor.hasBrowser)) struct SiteStageTests {
    /// What the page is when its scripts have run for a while; nil when Chromium failed.
    private func page(of stage: SiteStage, at path: String = "/") async throws -> String? {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("chromium-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = try ShellScript.start(
            """
            folder=$1; url=$2; shift 2
            export HOME="$folder"
            [ "$(id -u)" = 0 ] && set -- --no-sandbox "$@"
            timeout 120 chromium --headless=new --user-data-dir="$folder/profile" --no-first-run --disable-dev-shm-usage \
              --disable-background-networking --disable-component-update --disable-sync --virtual-time-budget=5000 \
              "$@" --dump-dom "$url" > "$folder/page.html"
            """, arguments: [folder.path, stage.webURL + path] + stage.browserFlags)
        // The server answers on the pool: wait for the script on a thread of its own.
        let status = await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: script.finish()) }
        }
        guard status == 0 else { return nil }
        return try String(contentsOf: folder.appendingPathComponent("page.html"), encoding: .utf8)
    }

    @Test(arguments: SiteStage.Road.allCases)
    func aBrowserFindsThePageAndThePageItsAPI(_ road: SiteStage.Road) async throws {
        let stage = try await SiteStage.start(road)
        let page = try await page(of: stage)
        #expect(page?.contains("menu_container-button-log_in") == true)
        #expect(page?.contains("Search restaurants") == true)
        let calls = await stage.sandbox.requests
        #expect(calls.map(\.path) == ["/3/auth/refresh", "/3/location/config"])
        #expect(calls.map(\.status) == [419, 200])
        #expect(calls.allSatisfy { $0.isFromPage && $0.header("x-origin") == stage.webURL })
        #expect(await stage.sandbox.visits.contains { $0.method == "OPTIONS" })
        await stage.stop()
    }

    @Test(arguments: [
        (SiteSwitches.Markup.v2, "TopNav__link"), (.v3, #"aria-label="Menu""#),
    ])
    func eachMarkupIsAnotherPage(_ markup: SiteSwitches.Markup, _ mark: String) async throws {
        let stage = try await SiteStage.start(.plain)
        await stage.sandbox.set {
            $0.site.markup = markup
            $0.site.cookieBanner = true
        }
        let page = try await page(of: stage, at: "/cities/new-york-ny")
        #expect(page?.contains(mark) == true)
        #expect(page?.contains("menu_container") == false)
        #expect(page?.contains("user-consent-management-granular-banner-overlay") == true)
        await stage.stop()
    }
}
