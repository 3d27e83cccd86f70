internal import ResyDomain
internal import CCurl

/// Header lines as libcurl wants them, side by side in one piece of memory, each with a NUL behind it.
struct HeaderLines {
    private(set) var bytes: [UInt8] = []
    /// Where each of them begins.
    private var starts: [Int] = []

    init(reserving count: Int) {
        bytes.reserveCapacity(count)
    }

    /// `Name;` is how libcurl spells an empty value; `Name:` would leave the header out.
    mutating func append(_ name: String, _ value: String) throws(TransportError) {
        guard !name.isEmpty, name.allBytes(Self.isOfToken) else { throw .badRequest("a header name that is no token") }
        guard value.allBytes({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
            throw .badRequest("a control character in header \(name)")
        }
        starts.append(bytes.count)
        bytes += name.utf8
        if value.allBytes({ $0 == 0x20 || $0 == 0x09 }) {
            bytes.append(UInt8(ascii: ";"))
        } else {
            bytes += ": ".utf8
            bytes += value.utf8
        }
        bytes.append(0)
    }

    /// A header that libcurl would put there by itself.
    mutating func leaveOut(_ name: String) {
        starts.append(bytes.count)
        bytes += name.utf8
        bytes += ":".utf8
        bytes.append(0)
    }

    /// Tokens are among them.
    mutating func wipe() { bytes.wipe() }

    /// The caller's to free; nil for none.
    func list() throws(TransportError) -> UnsafeMutablePointer<curl_slist>? {
        try bytes.withUnsafeBufferPointer { (bytes) throws(TransportError) in
            var list: UnsafeMutablePointer<curl_slist>?
            for start in starts {
                let line = bytes.baseAddress.map { UnsafeRawPointer($0 + start).assumingMemoryBound(to: CChar.self) }
                guard let longer = curl_slist_append(list, line) else {
                    curl_slist_free_all(list)
                    throw .outOfMemory
                }
                list = longer
            }
            return list
        }
    }

    private static func isOfToken(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default: "!#$%&'*+.^_`|~".utf8.contains(byte)
        }
    }
}
