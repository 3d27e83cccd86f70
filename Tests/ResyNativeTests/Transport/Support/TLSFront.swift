@testable import ResyDomain
import Foundation
import Glibc

/// nghttpx: TLS and HTTP/2 in front of a plain HTTP/1.1 server.
final class TLSFront: Sendable {
    let port: UInt16
    private let process: Process

    /// `protocols`: what is offered by ALPN. nghttpx comes in the package nghttp2-proxy.
    init(
        to backend: UInt16, certificate: TestAuthority.Certificate? = nil, protocols: String = "h2,http/1.1"
    ) throws {
        let certificate = try certificate ?? TestAuthority.shared.get().certificate()
        for _ in 0..<5 {
            let port = try Loopback.freePort()
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = [
                "nghttpx", "--conf=/dev/null", "--frontend=127.0.0.1,\(port)", "--backend=127.0.0.1,\(backend)",
                "--no-ocsp", "--single-process", "--workers=1", "--npn-list=\(protocols)", "--log-level=FATAL",
                "--accesslog-file=/dev/null", certificate.key, certificate.certificate,
            ]
            process.environment = Command.environment
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            if Self.awaitReady(process, port) {
                self.port = port
                self.process = process
                return
            }
            process.end()
        }
        throw Command.Failure(description: "nghttpx does not start: is the package nghttp2-proxy installed?")
    }

    var url: String { "https://127.0.0.1:\(port)" }

    func stop() {
        process.end()
    }

    private static func awaitReady(_ process: Process, _ port: UInt16) -> Bool {
        for _ in 0..<500 {
            if let socket = try? Loopback.connect(to: port) {
                close(socket)
                return process.isRunning
            }
            guard process.isRunning else { return false }
            usleep(20_000)
        }
        return false
    }

    /// False only where the environment says that these tests are not wanted; a missing nghttpx fails them.
    static var isWanted: Bool { ProcessInfo.processInfo.environment["RESY_TEST_SKIP_NGHTTPX"] == nil }
}
