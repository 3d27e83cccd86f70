internal import CJansson

/// One value as what it is needed for; whatever else it is, is an error that names its place.
extension JSON {
    /// A string, every character as it was sent; throws for one that had to be mended. For whatever is compared, sent on
    /// or kept: ids, tokens, passwords, addresses, dates.
    package var string: String {
        get throws(JSONError) {
            guard mark != .mended else { throw .wrongKind(path: path, wanted: "a string of whole characters") }
            return try words
        }
    }

    /// A text for people to read: a string, in which U+FFFD may stand for what was no character.
    package var words: String {
        get throws(JSONError) {
            guard kind == .string, let bytes = json_string_value(raw) else {
                throw .wrongKind(path: path, wanted: "a string")
            }
            return JSON.text(bytes, count: json_string_length(raw))
        }
    }

    /// A string, or a number as its text: ids arrive as either. Of a whole number every digit, however many.
    package var text: String {
        get throws(JSONError) {
            switch kind {
            case .integer: return String(json_integer_value(raw))
            case .real: return String(json_real_value(raw))
            case .beyond:
                let digits = JSON.bytes(of: raw)
                guard digits.allSatisfy({ "-0123456789".utf8.contains($0) }) else {
                    throw .wrongKind(path: path, wanted: "a string or a number")
                }
                return String(decoding: digits, as: UTF8.self)
            default: return try string
            }
        }
    }

    /// `words`, or a number as its text.
    package var label: String {
        get throws(JSONError) { try kind == .string ? words : text }
    }

    /// An integer, a real with an integral value, or a string of either.
    package var integer: Int {
        get throws(JSONError) {
            switch kind {
            case .integer: return Int(json_integer_value(raw))
            case .real:
                if let exact = Int(exactly: json_real_value(raw)) { return exact }
            case .string:
                let text = try string
                if let exact = Int(text) ?? JSON.decimal(text).flatMap({ Int(exactly: $0) }) { return exact }
            default: break
            }
            throw .wrongKind(path: path, wanted: "an integer")
        }
    }

    /// A finite number, or a string of one.
    package var number: Double {
        get throws(JSONError) {
            guard let number = numberIfAny else { throw .wrongKind(path: path, wanted: "a number") }
            return number
        }
    }

    /// The same without an error, whose words cost more than the look.
    package var numberIfAny: Double? {
        switch kind {
        case .integer: Double(json_integer_value(raw))
        case .real: json_real_value(raw)
        case .string: (try? string).flatMap { JSON.decimal($0) }
        default: nil
        }
    }

    /// True or false, 0 or 1, or a string of either.
    package var flag: Bool {
        get throws(JSONError) {
            switch kind {
            case .yes: return true
            case .no: return false
            case .integer, .real, .string:
                switch try text.lowercased() {
                case "1", "1.0", "true": return true
                case "0", "0.0", "false", "": return false
                default: break
                }
            default: break
            }
            throw .wrongKind(path: path, wanted: "true or false")
        }
    }

    /// A finite decimal number; `Double` alone would also read `0x1p3`, `inf` and `nan`.
    private static func decimal(_ text: String) -> Double? {
        guard text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }), let value = Double(text), value.isFinite
        else { return nil }
        return value
    }
}
