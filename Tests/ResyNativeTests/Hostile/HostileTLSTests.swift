@testable import ResyDomain
import Foundation
import Testing

@testable import ResyNative
@testable import SandboxKit

/// Servers that are not who they should be, or do not speak as they should: a sentence for the diner, nothing that
/// may have been sent unless it was, and nothing stored as true.
@Suite(.timeLimit(.minutes(5))) struct HostileTLSTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var timeLimit = 30.0
        let peer: @Sendable (TestAuthority) throws -> HostilePeer
        let expected: TransportError
        let sentence: String
    }

    static let handshake = TransportError.tls(host: "127.0.0.1", reason: "the handshake failed")
    static func refused(_ reason: String) -> TransportError { .tls(host: "127.0.0.1", reason: reason) }

    static let cases = [
        Case(
            testDescription: "expired", peer: { try HostilePeer($0.certificate(days: -3 ... -1), "-www") },
            expected: refused("the certificate has expired"), sentence: "the certificate has expired"),
        Case(
            testDescription: "not valid yet", peer: { try HostilePeer($0.certificate(days: 1...2), "-www") },
            expected: refused("the certificate is not valid yet"), sentence: "the certificate is not valid yet"),
        Case(
            testDescription: "another host's",
            peer: { try HostilePeer($0.certificate(for: "DNS:example.com"), "-www") },
            expected: refused("the certificate is not for this host"), sentence: "not for this host"),
        Case(
            testDescription: "self-signed", peer: { try HostilePeer($0.selfSigned(), "-www") },
            expected: refused("the certificate is self-signed"), sentence: "self-signed"),
        Case(
            testDescription: "a key of 1024 bits",
            peer: { try HostilePeer($0.certificate(key: "rsa:1024"), "-www -cipher DEFAULT@SECLEVEL=0") },
            expected: refused("the certificate's key or signature is too weak"), sentence: "too weak"),
        Case(
            testDescription: "TLS 1.0 alone",
            peer: { try HostilePeer($0.certificate(), "-www -tls1 -cipher DEFAULT@SECLEVEL=0") },
            expected: handshake, sentence: "No secure connection to 127.0.0.1: the handshake failed."),
        Case(
            testDescription: "TLS 1.1 alone",
            peer: { try HostilePeer($0.certificate(), "-www -tls1_1 -cipher DEFAULT@SECLEVEL=0") },
            expected: handshake, sentence: "the handshake failed"),
        Case(
            testDescription: "a client certificate wanted by TLS 1.2",
            peer: { try HostilePeer($0.certificate(), "-www -tls1_2 -Verify 1") }, expected: handshake,
            sentence: "the handshake failed"),
        Case(
            // TLS 1.3 refuses after the client's last word of the handshake, and so after the request was written.
            testDescription: "a client certificate wanted by TLS 1.3",
            peer: { try HostilePeer($0.certificate(), "-www -tls1_3 -Verify 1") },
            expected: .connectionLost(sent: true), sentence: "The connection broke off."),
        Case(
            testDescription: "plain text",
            peer: { _ in try HostilePeer(saying: Array("HTTP/1.1 200 OK\r\n\r\n".utf8), thenCloses: false) },
            expected: handshake, sentence: "the handshake failed"),
        Case(
            testDescription: "garbage", peer: { _ in try HostilePeer(saying: [UInt8](0...255), thenCloses: false) },
            expected: handshake, sentence: "the handshake failed"),
        Case(
            testDescription: "closed at once", peer: { _ in try HostilePeer(saying: [], thenCloses: true) },
            expected: handshake, sentence: "the handshake failed"),
        Case(
            testDescription: "silence", timeLimit: 1, peer: { _ in try HostilePeer(saying: [], thenCloses: false) },
            expected: .timedOut(sent: false), sentence: "Resy did not answer in time."),
        Case(
            testDescription: "says h2 and speaks HTTP/1", timeLimit: 1,
            peer: { try HostilePeer($0.certificate(), "-www -alpn h2") },
            expected: .timedOut(sent: true), sentence: "Resy did not answer in time."),
    ]

    @Test(arguments: cases) func nothingIsTakenForAnAnswer(_ example: Case) async throws {
        let authority = try TestAuthority.shared.get()
        let peer = try example.peer(authority)
        defer { peer.stop() }
        try await CurlEngine.withTest(trusting: authority.bundle) { engine in
            let request = HTTPRequest(
                .post, peer.url, body: Array("a=b".utf8), timeLimit: example.timeLimit, mustNotRepeat: true)
            #expect(await engine.failure(request) == example.expected)
        }
    }

    @Test(arguments: cases) func theDinerIsToldAndNothingIsKept(_ example: Case) async throws {
        let authority = try TestAuthority.shared.get()
        let peer = try example.peer(authority)
        defer { peer.stop() }
        let url = peer.url
        try await onStage(settings: {
            $0.apiURL = url
            $0.caBundle = authority.bundle
        }) { (stage) async throws in
            for ordeal in [Ordeal.find, .book] {
                let told = await ordeal.told(stage, within: example.timeLimit)
                #expect(told.hasPrefix("network: "), "\(told)")
                #expect(told.contains(example.sentence), "\(told)")
            }
            #expect(await stage.sandbox.requests.isEmpty)
            #expect(try await Aftermath(of: stage) == Aftermath(journal: [], remembered: 0, held: 0))
            #expect(try stage.resy.credentials.get(AuthManager.platform)?.isVerified == true)
        }
    }

    /// A label of 64 letters is no name, so that no server is asked for it.
    @Test func aNameThatLeadsNowhere() async throws {
        let name = String(repeating: "a", count: 64) + ".invalid"
        try await onStage(settings: { $0.apiURL = "https://\(name)" }) { (stage) async throws in
            for ordeal in Ordeal.allCases where ordeal != .list && ordeal != .signIn {
                let told = await ordeal.told(stage)
                #expect(told.hasPrefix("network: "), "\(ordeal): \(told)")
            }
            #expect(await Ordeal.list.told(stage) == "0 remembered")
            #expect(try await Aftermath(of: stage) == Aftermath(journal: [], remembered: 0, held: 0))
        }
    }
}
