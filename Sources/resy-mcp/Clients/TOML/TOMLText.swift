internal import ResyNative

/// Values of ours as TOML writes them, on one line each.
enum TOMLText {
    /// A letter, digit or mark that a key may have without quotes.
    static func isBare(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    static func key(_ name: String) -> String {
        !name.isEmpty && name.utf8.allSatisfy(isBare) ? name : quoted(name)
    }

    static func keys(_ names: [String]) -> String { names.map(key).joined(separator: ".") }

    /// Texts, whole numbers, switches, and lists and tables of them; what else there is counts as a text.
    static func value(_ value: JSON) -> String {
        switch value.kind {
        case .object:
            "{ " + value.members.map { "\(key($0.key)) = \(self.value($0.value))" }.joined(separator: ", ") + " }"
        case .array: "[" + ((try? value.items) ?? []).map { self.value($0) }.joined(separator: ", ") + "]"
        case .string: quoted((try? value.string) ?? "")
        default: value.compact
        }
    }

    static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return "\"\(escaped)\""
    }

    /// The entry under a header of its own.
    static func table(_ way: [String], _ entry: JSON) -> [String] {
        ["[\(keys(way))]"] + entry.members.map { "\(key($0.key)) = \(value($0.value))" }
    }
}
