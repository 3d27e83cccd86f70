@testable import ResyDomain
import Glibc

/// Sockets on 127.0.0.1 whose port the kernel chooses.
enum Loopback {
    struct Failure: Error {
        let call: String
        let code = errno
    }

    static func listen() throws -> (socket: CInt, port: UInt16) {
        let socket = try bound()
        guard Glibc.listen(socket, 128) == 0 else { throw Failure(call: "listen") }
        return (socket, try port(of: socket))
    }

    /// A port that was free a moment ago, for a program that must be told one.
    static func freePort() throws -> UInt16 {
        let socket = try bound()
        defer { close(socket) }
        return try port(of: socket)
    }

    static func connect(to port: UInt16) throws -> CInt {
        let socket = try open()
        var address = address(port)
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else {
            let failure = Failure(call: "connect")
            close(socket)
            throw failure
        }
        return socket
    }

    private static func open() throws -> CInt {
        let socket = Glibc.socket(AF_INET, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else { throw Failure(call: "socket") }
        return socket
    }

    private static func bound() throws -> CInt {
        let socket = try open()
        var address = address(0)
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else { throw Failure(call: "bind") }
        return socket
    }

    private static func address(_ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
        return address
    }

    private static func port(of socket: CInt) throws -> UInt16 {
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket, $0, &length) }
        }
        guard status == 0 else { throw Failure(call: "getsockname") }
        return UInt16(bigEndian: address.sin_port)
    }
}
