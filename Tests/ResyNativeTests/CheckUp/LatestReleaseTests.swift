import Foundation
import Testing

@testable import ResyDomain
@testable import ResyNative

@Suite(.timeLimit(.minutes(1))) struct LatestReleaseTests {
    private static func news(_ body: String, status: String = "200 OK") async throws -> (ReleaseNews, [String]) {
        let heads = Lines()
        let server = try LoopbackServer { request, peer in
            heads.add("\(request.path) \(request.headers)")
            peer.answer(body.utf8, status: status, headers: ["Content-Type: application/json"])
            return .keep
        }
        let engine = CurlEngine()
        let running = try #require(ReleaseVersion("0.1.0"))
        let news = await LatestRelease(http: engine, address: server.url + "/latest?x=1", running: running).news()
        server.stop()
        engine.stop()
        return (news, heads.all)
    }

    private static let newer = ReleaseVersion("0.2.0")

    @Test(
        arguments: [
            (
                #"{"tag_name": "v0.2.0", "html_url": "https://example.com/r/0.2.0", "assets": [{}]}"#,
                "https://example.com/r/0.2.0"
            ),
            (#"{"version": "0.2.0", "url": "https://example.com/r"}"#, "https://example.com/r"),
            (#"{"tag_name": "v0.2.0", "draft": false, "prerelease": false}"#, nil),
            (#"{"tag_name": "v0.2.0", "draft": null, "prerelease": 0}"#, nil),
            (#"{"tag_name": "0.2.0", "html_url": "javascript:alert(1)"}"#, nil),
            (#"{"tag_name": "0.2.0", "html_url": "https://example.com/\u001b[2J"}"#, nil),
            (#"{"tag_name": "0.2.0"}"#, nil),
        ] as [(String, String?)])
    func namesANewerOne(body: String, page: String?) async throws {
        let (news, asked) = try await Self.news(body)
        #expect(news == .newer(try #require(Self.newer), page: page))
        #expect(asked.count == 1 && asked[0].hasPrefix("/latest?x=1 "))
        #expect(!asked[0].lowercased().contains("authorization") && !asked[0].lowercased().contains("cookie"))
    }

    @Test func thisIsTheNewest() async throws {
        let (news, _) = try await Self.news(#"{"tag_name": "v0.1.0"}"#)
        #expect(news == .none(latest: try #require(ReleaseVersion("0.1.0"))))
    }

    @Test(arguments: [
        ("[]", "200 OK", ReleaseFault.notUnderstood), ("<html>", "200 OK", .notUnderstood),
        (#"{"tag_name": "nightly"}"#, "200 OK", .notUnderstood), (#"{"tag_name": 2}"#, "200 OK", .notUnderstood),
        (#"{"tag_name": "v0.2.0"}"#, "404 Not Found", .status(404)),
        (#"{"tag_name": "v0.2.0", "draft": true, "prerelease": false}"#, "200 OK", .unreleased),
        (#"{"tag_name": "v0.2.0", "draft": false, "prerelease": true}"#, "200 OK", .unreleased),
        (#"{"tag_name": "v0.2.0", "draft": 2}"#, "200 OK", .unreleased),
        (#"{"tag_name": "v0.2.0", "prerelease": "beta"}"#, "200 OK", .unreleased),
        (#"{"tag_name": "v0.2.0", "prerelease": {}}"#, "200 OK", .unreleased),
    ])
    func isNotKnown(body: String, status: String, fault: ReleaseFault) async throws {
        #expect(try await Self.news(body, status: status).0 == .unread(fault))
    }

    @Test func nobodyIsThere() async throws {
        let engine = CurlEngine()
        let running = try #require(ReleaseVersion("0.1.0"))
        let news = await LatestRelease(http: engine, address: "http://127.0.0.1:9/latest", running: running).news()
        #expect(news == .unread(.unreachable))
        engine.stop()
    }
}
