/// The classic alphabet of RFC 4648 §4, padded.
enum Base64 {
    static func encode(_ bytes: [UInt8]) -> String {
        let digits = Base64URL.encode(bytes).utf8.map { (byte: UInt8) -> UInt8 in
            switch byte {
            case UInt8(ascii: "-"): UInt8(ascii: "+")
            case UInt8(ascii: "_"): UInt8(ascii: "/")
            default: byte
            }
        }
        return String(decoding: digits, as: UTF8.self)
    }

    /// Nil for anything `encode` would not make.
    static func decode(_ text: String) -> [UInt8]? {
        let digits = text.utf8.map { (byte: UInt8) -> UInt8 in
            switch byte {
            case UInt8(ascii: "+"): UInt8(ascii: "-")
            case UInt8(ascii: "/"): UInt8(ascii: "_")
            case UInt8(ascii: "-"), UInt8(ascii: "_"): 0
            default: byte
            }
        }
        return Base64URL.decode(digits)
    }
}
