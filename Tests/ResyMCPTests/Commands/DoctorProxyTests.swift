@testable import ResyDomain
import Foundation
import SandboxKit
import Testing

/// libcurl takes the proxy from the environment; the doctor says so.
@Suite(.timeLimit(.minutes(2))) struct DoctorProxyTests {
    @Test(arguments: ["https_proxy", "HTTPS_PROXY"])
    func aProxyIsAskedAndNamed(variable: String) async throws {
        try await inShell { shell in
            let proxy = try RefusingProxy()
            defer { proxy.stop() }
            let shown = try await shell.run(
                ["doctor", "--api-url", "https://api.resy.invalid"],
                environment: [variable: "http://ann:s3cret@127.0.0.1:\(proxy.port)"])
            #expect(
                shown.output.contains(
                    "ok    proxy: \(variable) leads requests to api.resy.invalid through 127.0.0.1:\(proxy.port)"))
            #expect(shown.output.contains("FAIL  API: "))
            #expect(shown.output.contains("A proxy is on the way: \(variable) names 127.0.0.1:\(proxy.port)."))
            #expect(!(shown.output + shown.errors).contains("s3cret"))
            #expect(proxy.asked.first == "CONNECT api.resy.invalid:443 HTTP/1.1")
        }
    }

    @Test func thisMachineIsNeverAskedThroughOne() async throws {
        try await inShell { shell in
            let proxy = try RefusingProxy()
            defer { proxy.stop() }
            let address = "http://127.0.0.1:\(proxy.port)"
            let shown = try await shell.run(
                ["doctor"], environment: ["https_proxy": address, "http_proxy": address, "ALL_PROXY": address])
            #expect(shown.output.contains("ok    proxy: none: 127.0.0.1 is this machine"))
            #expect(shown.output.contains("ok    API: 127.0.0.1 answers in"))
            #expect(proxy.asked == [])
        }
    }
}

/// Notes the first line of each request and refuses it.
private final class RefusingProxy: @unchecked Sendable {
    let port: UInt16
    private let listener: Int32
    // Guarded by the lock.
    private let lock = NSLock()
    private var lines: [String] = []

    var asked: [String] { lock.withLock { lines } }

    init() throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let (handle, size) = (listener, length)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(handle, $0, size) == 0 && getsockname(handle, $0, &length) == 0
            }
        }
        guard isBound, listen(listener, 8) == 0 else { throw CocoaError(.fileReadUnknown) }
        port = UInt16(bigEndian: address.sin_port)
        Foundation.Thread.detachNewThread { [self] in serve() }
    }

    func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    private func serve() {
        while true {
            let client = accept(listener, nil, nil)
            guard client >= 0 else { break }
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = max(0, read(client, &buffer, buffer.count))
            let head = String(decoding: buffer[..<count], as: UTF8.self)
            lock.withLock { lines.append(String(head.prefix { !$0.isNewline })) }
            let reply = Array("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n".utf8)
            _ = write(client, reply, reply.count)
            close(client)
        }
        close(listener)
    }
}
