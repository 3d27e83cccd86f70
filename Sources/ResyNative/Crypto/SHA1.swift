internal import COpenSSL

/// Only for the answer to a WebSocket handshake, which RFC 6455 ties to it: it proves nothing else to anybody.
enum SHA1 {
    static func digest(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 20)
        COpenSSL.SHA1(bytes, bytes.count, &digest)
        return digest
    }
}
