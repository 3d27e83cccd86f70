/// Text as it may stand in a link or a form, byte by byte over its UTF-8.
package enum PercentEncoding {
    /// For a value in a query or a segment of a path: all but the unreserved characters of RFC 3986.
    package static func query(_ text: String) -> String {
        encoded(text, space: Array("%20".utf8)) { isUnreserved($0) }
    }

    /// For a value in a body of `application/x-www-form-urlencoded`: a space is `+`, `~` is encoded, `*` is not.
    package static func form(_ text: String) -> String {
        encoded(text, space: [UInt8(ascii: "+")]) {
            $0 == UInt8(ascii: "*") || (isUnreserved($0) && $0 != UInt8(ascii: "~"))
        }
    }

    /// `name=value` pairs joined by `&`, in the order given.
    package static func form(_ fields: [(name: String, value: String)]) -> String {
        fields.map { "\(form($0.name))=\(form($0.value))" }.joined(separator: "&")
    }

    /// `name=value` pairs joined by `&`, in the order given.
    package static func query(_ fields: [(name: String, value: String)]) -> String {
        fields.map { "\(query($0.name))=\(query($0.value))" }.joined(separator: "&")
    }

    private static func encoded(_ text: String, space: [UInt8], keeps: (UInt8) -> Bool) -> String {
        text.utf8.withContiguousStorageIfAvailable { encoded($0, space, keeps) }
            ?? encoded(Array(text.utf8), space, keeps)
    }

    /// What is kept is copied run by run: most of a text is.
    private static func encoded<Bytes: RandomAccessCollection<UInt8>>(
        _ text: Bytes, _ space: [UInt8], _ keeps: (UInt8) -> Bool
    ) -> String where Bytes.Index == Int {
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        result.reserveCapacity(text.count + text.count / 4)
        var rest = text[...]
        while let odd = rest.firstIndex(where: { !keeps($0) }) {
            result += rest[..<odd]
            if text[odd] == UInt8(ascii: " ") {
                result += space
            } else {
                result.append(UInt8(ascii: "%"))
                result.append(digits[Int(text[odd] >> 4)])
                result.append(digits[Int(text[odd] & 15)])
            }
            rest = rest[(odd + 1)...]
        }
        result += rest
        return String(decoding: result, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }
}
