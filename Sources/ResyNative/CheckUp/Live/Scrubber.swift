internal import ResyDomain

/// Takes out of recorded answers what is somebody's: tokens, addresses, numbers, names of people.
///
/// A token stands for the same token in every answer that goes through one scrubber, so that they still fit together.
/// Kinds stay as they are, and a slot's token, which says nothing that its slot does not, stays readable.
package struct Scrubber: Sendable {
    private var names: [String: String] = [:]

    package init() {}

    package mutating func scrub(_ value: JSON) -> JSON { scrub(value, isPrivate: false) }

    private mutating func scrub(_ value: JSON, isPrivate: Bool) -> JSON {
        switch value.kind {
        case .object:
            var members: [(String, JSON)] = []
            for (key, item) in value.members {
                let hides = isPrivate || Self.people.contains(key.lowercased()) || SensitiveNames.isUnmistakable(key)
                members.append((key, scrub(item, isPrivate: hides)))
            }
            return .object(members)
        case .array:
            var items: [JSON] = []
            for item in (try? value.items) ?? [] { items.append(scrub(item, isPrivate: isPrivate)) }
            return .array(items)
        case .string: return .string(text((try? value.words) ?? "", isPrivate: isPrivate))
        case .integer, .real, .beyond: return isPrivate ? 0 : value
        case .yes, .no, .null: return value
        case .disputed: return value.versions.last.map { scrub($0, isPrivate: isPrivate) } ?? .null
        }
    }

    /// Members that hold a person, whatever is inside.
    private static let people: Set<String> = ["user", "account", "diner", "guest", "guests", "viewers"]

    private mutating func text(_ text: String, isPrivate: Bool) -> String {
        if let slot = SlotToken(text) {
            return Self.spelled(slot, evening: text.split(separator: "/", omittingEmptySubsequences: false)[6])
        }
        if text.isEmpty { return text }
        if Self.isPhone(text[...]) { return Self.phone }
        if isPrivate || Self.looksLikeToken(text) { return standIn(for: text) }
        return Self.cleaned(text)
    }

    /// From its parts alone.
    private static func spelled(_ slot: SlotToken, evening: Substring) -> String {
        "rgs://resy/\(slot.venue)/\(slot.template)/\(slot.service)/\(evening)/\(slot.day.iso)/\(slot.time.clock):00/"
            + "\(slot.party)/\(slot.seating)"
    }

    private mutating func standIn(for text: String) -> String {
        if text.contains("@") { return Self.email }
        if let known = names[text] { return known }
        let name = "scrubbed-\(names.count + 1)"
        names[text] = name
        return name
    }

    static let email = "person@example.com"
    static let phone = "+12125550100"

    /// A signed or sealed text: a JWT, or 40 characters and more without a gap that are no address of a page.
    private static func looksLikeToken(_ text: String) -> Bool {
        if text.hasPrefix("eyJ") && text.utf8.contains(UInt8(ascii: ".")) { return true }
        let isOneWord = !text.contains { $0.isWhitespace || $0 == "," }
        return isOneWord && text.utf8.count >= 40 && !text.contains("://") && text.contains { $0.isNumber }
    }

    /// A text for people, or an address: without what comes after `?`, without e-mail addresses and phone numbers.
    private static func cleaned(_ text: String) -> String {
        if text.contains("://"), !text.contains(where: { $0.isWhitespace }) {
            return String(text.prefix { $0 != "?" && $0 != "#" })
        }
        if CalendarDay(iso: text) != nil || WireTime.local(text) != nil || WireTime.instant(text) != nil { return text }
        var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        for (index, word) in words.enumerated() where word.contains("@") && word.contains(".") { words[index] = email }
        return withoutPhones(words.joined(separator: " "))
    }

    private static func withoutPhones(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let first = rest.first {
            let run = rest.prefix(while: isPhonePart)
            guard !run.isEmpty, first.isNumber || first == "+" || first == "(" else {
                result.append(first)
                rest = rest.dropFirst()
                continue
            }
            rest = rest.dropFirst(run.count)
            let blanks = run.reversed().prefix { $0 == " " }.count
            result += isPhone(run.dropLast(blanks)) ? phone + String(repeating: " ", count: blanks) : String(run)
        }
        return result
    }

    private static func isPhonePart(_ character: Character) -> Bool {
        character.isASCII && (character.isNumber || "+-(). ".contains(character))
    }

    private static func isPhone(_ text: Substring) -> Bool {
        let digits = text.filter { $0.isNumber }.count
        guard text.allSatisfy(isPhonePart), (10...15).contains(digits) else { return false }
        return CalendarDay(iso: text.prefix(10)) == nil && Double(text) == nil || text.hasPrefix("+")
    }
}
