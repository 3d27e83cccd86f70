#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The few calls of BSD sockets that the front needs. Descriptors are plain numbers; their owner closes them.
enum LoopbackSocket {
    struct Failure: Error, CustomStringConvertible {
        let call: String
        let code: CInt
        var description: String { "\(call) failed with errno \(code)" }
    }

    /// A listening socket on 127.0.0.1 and its port.
    static func listen(port: UInt16) throws -> (descriptor: CInt, port: UInt16) {
        let (descriptor, port) = try hold(port: port)
        try listen(on: descriptor)
        return (descriptor, port)
    }

    static func listen(on descriptor: CInt) throws {
        guard Platform.listen(descriptor) == 0 else { throw fail("listen", closing: descriptor) }
    }

    /// Bound, and not listening: connections are refused, and nobody else gets the port.
    static func hold(port: UInt16) throws -> (descriptor: CInt, port: UInt16) {
        let descriptor = try make()
        var yes: CInt = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<CInt>.size))
        var address = loopback(port)
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) }
        }
        guard bound == 0 else { throw fail("bind", closing: descriptor) }
        var length = size
        let named = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        guard named == 0 else { throw fail("getsockname", closing: descriptor) }
        return (descriptor, UInt16(bigEndian: address.sin_port))
    }

    static func connect(port: UInt16) throws -> CInt {
        let descriptor = try make()
        var address = loopback(port)
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Platform.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw fail("connect", closing: descriptor) }
        setNoDelay(descriptor)
        return descriptor
    }

    /// Blocks; nil once the listener is shut down.
    static func accept(_ listener: CInt) -> CInt? {
        while true {
            let descriptor = Platform.accept(listener)
            if descriptor >= 0 {
                setNoDelay(descriptor)
                return descriptor
            }
            if errno != EINTR && errno != ECONNABORTED { return nil }
        }
    }

    /// Up to 64 KiB; empty at the end, nil on failure.
    static func read(_ descriptor: CInt) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count >= 0 { return Array(buffer[..<count]) }
            if errno != EINTR { return nil }
        }
    }

    /// False if the other side is gone. `moreFollows`: the last bytes wait for what comes next, where the system can do so.
    @discardableResult
    static func write(_ descriptor: CInt, _ bytes: some Collection<UInt8>, moreFollows: Bool = false) -> Bool {
        let flags = Platform.noSignal | (moreFollows ? Platform.more : 0)
        let bytes = Array(bytes)
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { raw in
                send(descriptor, raw.baseAddress.map { $0 + sent }, bytes.count - sent, flags)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// Waits so long, or until the other side closes.
    static func wait(_ descriptor: CInt, milliseconds: Int) {
        var item = pollfd(fd: descriptor, events: Platform.hangUp, revents: 0)
        _ = poll(&item, 1, CInt(clamping: milliseconds))
    }

    /// Makes the coming `close` send RST.
    static func setReset(_ descriptor: CInt) {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    }

    static func setCloseOnExec(_ descriptor: CInt) { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    static func shutdownBoth(_ descriptor: CInt) { shutdown(descriptor, Platform.both) }
    static func shutdownSending(_ descriptor: CInt) { shutdown(descriptor, Platform.sending) }
    static func close(_ descriptor: CInt) { Platform.close(descriptor) }

    private static func make() throws -> CInt {
        let descriptor = socket(AF_INET, Platform.stream, 0)
        guard descriptor >= 0 else { throw Failure(call: "socket", code: errno) }
        return descriptor
    }

    private static func fail(_ call: String, closing descriptor: CInt) -> Failure {
        let failure = Failure(call: call, code: errno)
        Platform.close(descriptor)
        return failure
    }

    private static func loopback(_ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }

    private static func setNoDelay(_ descriptor: CInt) {
        var yes: CInt = 1
        setsockopt(descriptor, CInt(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<CInt>.size))
    }

    /// Calls that share a name with ours, and constants that differ between the systems.
    private enum Platform {
        #if canImport(Glibc)
            // Close-on-exec: what is spawned elsewhere in the process must not keep our connections open.
            static let stream = CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue)
            static let noSignal = CInt(MSG_NOSIGNAL)
            static let more = CInt(MSG_MORE)
            static let both = CInt(SHUT_RDWR)
            static let sending = CInt(SHUT_WR)
            static let hangUp = Int16(0x2000)  // POLLRDHUP, which Glibc hides behind _GNU_SOURCE
            static func accept(_ listener: CInt) -> CInt {
                let descriptor = Glibc.accept(listener, nil, nil)
                if descriptor >= 0 { setCloseOnExec(descriptor) }
                return descriptor
            }
            static func listen(_ descriptor: CInt) -> CInt { Glibc.listen(descriptor, 128) }
            static func connect(_ d: CInt, _ a: UnsafePointer<sockaddr>, _ size: socklen_t) -> CInt {
                Glibc.connect(d, a, size)
            }
            static func close(_ descriptor: CInt) { _ = Glibc.close(descriptor) }
        #else
            static let stream = SOCK_STREAM
            static let noSignal: CInt = 0
            static let more: CInt = 0
            static let both = SHUT_RDWR
            static let sending = SHUT_WR
            static let hangUp = Int16(POLLHUP)
            static func accept(_ listener: CInt) -> CInt { Darwin.accept(listener, nil, nil) }
            static func listen(_ descriptor: CInt) -> CInt { Darwin.listen(descriptor, 128) }
            static func connect(_ d: CInt, _ a: UnsafePointer<sockaddr>, _ size: socklen_t) -> CInt {
                Darwin.connect(d, a, size)
            }
            static func close(_ descriptor: CInt) { _ = Darwin.close(descriptor) }
        #endif
    }
}
