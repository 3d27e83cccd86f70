/// What is written without quotes or brackets: numbers, moments, true and false.
enum TOMLScalar {
    /// Nil where it is none of them.
    static func content(_ bytes: ArraySlice<UInt8>) -> HandEditedTOML.Value.Content? {
        let text = String(decoding: bytes, as: UTF8.self)
        switch text {
        case "true": return .flag(true)
        case "false": return .flag(false)
        default: break
        }
        if let digits = whole(text) { return Int(digits).map { .integer($0) } ?? .other }
        return isBased(text) || isFloat(text) || isMoment(text) ? .other : nil
    }

    static func isDay(_ bytes: ArraySlice<UInt8>) -> Bool { isDay(String(decoding: bytes, as: UTF8.self)) }

    // MARK: - Numbers

    /// Without the underscores.
    private static func whole(_ text: String) -> String? {
        let isSigned = text.hasPrefix("+") || text.hasPrefix("-")
        let digits = isSigned ? text.dropFirst() : text[...]
        guard isGrouped(digits, among: "0123456789"), digits.count == 1 || !digits.hasPrefix("0") else { return nil }
        return text.filter { $0 != "_" }
    }

    private static func isBased(_ text: String) -> Bool {
        switch text.prefix(2) {
        case "0x": isGrouped(text.dropFirst(2), among: "0123456789abcdefABCDEF")
        case "0o": isGrouped(text.dropFirst(2), among: "01234567")
        case "0b": isGrouped(text.dropFirst(2), among: "01")
        default: false
        }
    }

    private static func isFloat(_ text: String) -> Bool {
        var rest = text.hasPrefix("+") || text.hasPrefix("-") ? text.dropFirst() : text[...]
        if rest == "inf" || rest == "nan" { return true }
        let head = rest.prefix { !".eE".contains($0) }
        guard whole(String(head)) != nil, !head.hasPrefix("+"), !head.hasPrefix("-") else { return false }
        rest = rest.dropFirst(head.count)
        guard !rest.isEmpty else { return false }
        if rest.hasPrefix(".") {
            let digits = rest.dropFirst().prefix { !"eE".contains($0) }
            guard isGrouped(digits, among: "0123456789") else { return false }
            rest = rest.dropFirst(digits.count + 1)
        }
        guard !rest.isEmpty else { return true }
        let power = rest.dropFirst()
        let digits = power.hasPrefix("+") || power.hasPrefix("-") ? power.dropFirst() : power
        return isGrouped(digits, among: "0123456789")
    }

    /// Digits, and single underscores between them.
    private static func isGrouped(_ text: Substring, among digits: String) -> Bool {
        text.split(separator: "_", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part.allSatisfy { digits.contains($0) }
        }
    }

    // MARK: - Moments

    private static func isMoment(_ text: String) -> Bool {
        if isDay(text) || isTime(text[...]) { return true }
        guard text.count > 11, isDay(String(text.prefix(10))),
            "Tt ".contains(text[text.index(text.startIndex, offsetBy: 10)])
        else { return false }
        let rest = text.dropFirst(11)
        if rest.hasSuffix("Z") || rest.hasSuffix("z") { return isTime(rest.dropLast()) }
        let offset = rest.suffix(6)
        if offset.count == 6, offset.hasPrefix("+") || offset.hasPrefix("-"), isTime("\(offset.dropFirst()):00"[...]) {
            return isTime(rest.dropLast(6))
        }
        return isTime(rest)
    }

    private static func isDay(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ isDigits($0) }), let year = Int(parts[0]),
            let month = Int(parts[1]), let day = Int(parts[2])
        else { return false }
        let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return year > 0 && (1...12).contains(month) && (1...lengths[month - 1]).contains(day)
    }

    private static func isTime(_ text: Substring) -> Bool {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2, parts[1].isEmpty || !isDigits(parts[1]) { return false }
        let numbers = parts[0].split(separator: ":", omittingEmptySubsequences: false)
        guard numbers.map(\.count) == [2, 2, 2], numbers.allSatisfy({ isDigits($0) }) else { return false }
        let values = numbers.map { Int($0) ?? 99 }
        return values[0] < 24 && values[1] < 60 && values[2] < 60
    }

    private static func isDigits(_ text: Substring) -> Bool { text.allSatisfy { "0123456789".contains($0) } }
}
