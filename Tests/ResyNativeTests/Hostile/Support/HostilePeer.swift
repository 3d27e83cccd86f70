@testable import ResyDomain
import Foundation
import Glibc

@testable import ResyNative

/// A port at which something is wrong before HTTP begins.
final class HostilePeer: Sendable {
    let port: UInt16
    private let process: Process?
    private let listener: CInt?

    var url: String { "https://127.0.0.1:\(port)" }

    /// `openssl s_server` with these arguments.
    init(_ certificate: TestAuthority.Certificate, _ arguments: String = "") throws {
        port = try Loopback.freePort()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            [
                "openssl", "s_server", "-accept", "127.0.0.1:\(port)", "-quiet", "-cert", certificate.certificate,
                "-key",
                certificate.key,
            ] + arguments.split(separator: " ").map(String.init)
        process.environment = Command.environment
        // Its end would end the server.
        process.standardInput = Pipe()
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        self.process = process
        listener = nil
        // Its first connection is ours, to know that it listens; it says nothing and leaves.
        for _ in 0..<1500 {
            if let socket = try? Loopback.connect(to: port) {
                Glibc.close(socket)
                return
            }
            guard process.isRunning else { break }
            usleep(20_000)
        }
        process.end()
        throw Command.Failure(description: "openssl s_server does not start")
    }

    /// Says these bytes to whoever connects and, at once or once the other side goes, closes.
    init(saying bytes: [UInt8], thenCloses: Bool) throws {
        process = nil
        let (socket, port) = try Loopback.listen()
        (listener, self.port) = (socket, port)
        _ = ResyNative.Thread.start(name: "test-hostile") {
            while case let client = Glibc.accept(socket, nil, nil), client >= 0 {
                _ = bytes.withUnsafeBytes { Glibc.send(client, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL)) }
                if !thenCloses {
                    var byte: UInt8 = 0
                    while recv(client, &byte, 1, 0) > 0 {}
                }
                Glibc.close(client)
            }
            Glibc.close(socket)
        }
    }

    func stop() {
        process?.end()
        if let listener { shutdown(listener, CInt(SHUT_RDWR)) }
    }
}
