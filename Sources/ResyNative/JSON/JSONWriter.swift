internal import CJansson

/// Writes a tree as one line, byte for byte as jansson does. That looks for a circle at each step, and no tree here has one.
struct JSONWriter {
    typealias Raw = UnsafeMutablePointer<json_t>

    private(set) var bytes: [UInt8] = []

    mutating func write(_ value: Raw) {
        switch JSON.Kind(rawValue: resy_json_type(value)) {
        case .object: writeMembers(of: value)
        case .array:
            bytes.append(UInt8(ascii: "["))
            for index in 0..<json_array_size(value) {
                guard let item = json_array_get(value, index) else { continue }
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                write(item)
            }
            bytes.append(UInt8(ascii: "]"))
        case .string:
            if let text = json_string_value(value) { write(text, json_string_length(value)) }
        case .integer: bytes += String(json_integer_value(value)).utf8
        case .yes: bytes += "true".utf8
        case .no: bytes += "false".utf8
        case .null: bytes += "null".utf8
        // Its digits are jansson's to choose.
        case .real, .beyond, .disputed, nil: bytes += JSON.dumped(value, flags: Int(JSON_ENCODE_ANY))
        }
    }

    private mutating func writeMembers(of object: Raw) {
        bytes.append(UInt8(ascii: "{"))
        var isFirst = true
        var cursor = json_object_iter(object)
        while let at = cursor {
            if let key = json_object_iter_key(at), let value = json_object_iter_value(at) {
                if !isFirst { bytes.append(UInt8(ascii: ",")) }
                isFirst = false
                write(key, json_object_iter_key_len(at))
                bytes.append(UInt8(ascii: ":"))
                write(value)
            }
            cursor = json_object_iter_next(object, at)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private mutating func write(_ text: UnsafePointer<CChar>, _ count: Int) {
        bytes.append(UInt8(ascii: "\""))
        text.withMemoryRebound(to: UInt8.self, capacity: count) { text in
            let text = UnsafeBufferPointer(start: text, count: count)
            var rest = text[...]
            while let odd = rest.firstIndex(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
            ) {
                bytes += rest[..<odd]
                bytes += Self.escape(text[odd]).utf8
                rest = rest[(odd + 1)...]
            }
            bytes += rest
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func escape(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "\""): "\\\""
        case UInt8(ascii: "\\"): "\\\\"
        case 0x08: "\\b"
        case 0x09: "\\t"
        case 0x0A: "\\n"
        case 0x0C: "\\f"
        case 0x0D: "\\r"
        default: "\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
    }
}
