@testable import ResyDomain
import Glibc

@testable import ResyNative

/// Passes bytes on to a port until it is told to cut all connections.
final class CuttableProxy: Sendable {
    let port: UInt16
    private let listener: CInt
    private let target: UInt16
    private let open = Lock<Set<CInt>>([])
    private let mute = Lock<Set<CInt>>([])

    init(to target: UInt16) throws {
        self.target = target
        (listener, port) = try Loopback.listen()
        _ = ResyNative.Thread.start(name: "test-proxy") { [self] in accept() }
    }

    /// Resets both sides of every connection; new ones are accepted.
    func cut() {
        for socket in open.withLock({ $0 }) {
            shutdown(socket, CInt(SHUT_RDWR))
        }
    }

    /// From now on nothing passes through the connections there are, and neither side hears of it.
    func silence() {
        let sockets = open.withLock { $0 }
        mute.withLock { $0 = sockets }
    }

    func stop() {
        shutdown(listener, CInt(SHUT_RDWR))
        cut()
    }

    private func accept() {
        while true {
            let client = Glibc.accept(listener, nil, nil)
            guard client >= 0 else { break }
            guard let server = try? Loopback.connect(to: target) else {
                close(client)
                continue
            }
            open.withLock { $0.formUnion([client, server]) }
            let pair = Pair(client: client, server: server)
            _ = ResyNative.Thread.start(name: "test-up") { [self] in pump(pair, from: client, to: server) }
            _ = ResyNative.Thread.start(name: "test-down") { [self] in pump(pair, from: server, to: client) }
        }
        close(listener)
    }

    /// Two sockets that are closed when both directions are done.
    private final class Pair: Sendable {
        let client: CInt, server: CInt
        private let running = Lock(2)

        init(client: CInt, server: CInt) {
            self.client = client
            self.server = server
        }

        func isLast() -> Bool {
            running.withLock {
                $0 -= 1
                return $0 == 0
            }
        }
    }

    private func pump(_ pair: Pair, from source: CInt, to sink: CInt) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        reading: while true {
            let count = recv(source, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            if mute.withLock({ $0.contains(source) }) { continue }
            var written = 0
            while written < count {
                let sent = buffer[written..<count].withUnsafeBytes {
                    send(sink, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
                }
                guard sent > 0 else { break reading }
                written += sent
            }
        }
        shutdown(source, CInt(SHUT_RDWR))
        shutdown(sink, CInt(SHUT_RDWR))
        guard pair.isLast() else { return }
        open.withLock { $0.subtract([pair.client, pair.server]) }
        // Their numbers are soon those of others.
        mute.withLock { $0.subtract([pair.client, pair.server]) }
        close(pair.client)
        close(pair.server)
    }
}
