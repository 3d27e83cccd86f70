@testable import ResyDomain
@testable import ResyNative

/// A small, seeded generator: the same seed is the same change.
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func roll(_ sides: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(max(1, sides)))
    }
}

/// Changes one value somewhere in a JSON text: another kind, a hostile text, a member gone, doubled or swapped.
enum JSONMutation {
    static func change(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8]? {
        guard let root = try? JSON(parsing: bytes) else { return nil }
        return changed(root, &dice).compactBytes
    }

    /// The same where each line is a JSON text; now and then a line of `other` comes in between.
    static func changeLine(_ bytes: [UInt8], with other: [UInt8]?, _ dice: inout Dice) -> [UInt8]? {
        var lines = bytes.split(separator: 0x0A)
        guard !lines.isEmpty else { return nil }
        let index = dice.roll(lines.count)
        switch dice.roll(16) {
        case 0: lines.remove(at: index)
        case 1: lines.swapAt(index, dice.roll(lines.count))
        case 2...4:
            guard let foreign = other?.split(separator: 0x0A), !foreign.isEmpty else { return nil }
            lines.insert(foreign[dice.roll(foreign.count)], at: index)
        default:
            guard let changed = change(Array(lines[index]), &dice) else { return nil }
            lines[index] = changed[...]
        }
        return Array(lines.joined(separator: [0x0A]))
    }

    private static func changed(_ value: JSON, _ dice: inout Dice) -> JSON {
        switch value.kind {
        case .object:
            var members = value.members.map { ($0.key, $0.value) }
            guard !members.isEmpty else { return other(than: value, &dice) }
            let index = dice.roll(members.count)
            switch dice.roll(12) {
            case 0: members.remove(at: index)
            case 1: members[index].1 = members[dice.roll(members.count)].1
            case 2: members.append(("extra\(dice.roll(9))", members[index].1))
            case 3...5: members.append(("extra\(dice.roll(9))", other(than: value, &dice)))
            case 6: return other(than: value, &dice)
            default: members[index].1 = changed(members[index].1, &dice)
            }
            return .object(members)
        case .array:
            guard var items = try? value.items, !items.isEmpty else { return other(than: value, &dice) }
            let index = dice.roll(items.count)
            switch dice.roll(10) {
            case 0: items.remove(at: index)
            case 1: items.append(items[index])
            case 2: items.swapAt(index, dice.roll(items.count))
            default: items[index] = changed(items[index], &dice)
            }
            return .array(items)
        case .string:
            guard dice.roll(2) == 0, let text = try? value.string, !text.isEmpty else {
                return other(than: value, &dice)
            }
            return .string(spoiled(text, &dice))
        case .integer:
            guard dice.roll(2) == 0, let number = try? value.integer else { return other(than: value, &dice) }
            // The fourth makes 0 of 1 and 1 of 0.
            let steps = [1, -1, 60, 1 &- number &- number, 0 &- number &- number, Int.max &- number]
            return .integer(number &+ steps[dice.roll(steps.count)])
        case .yes, .no: return dice.roll(2) == 0 ? .bool(value.kind == .no) : other(than: value, &dice)
        default: return other(than: value, &dice)
        }
    }

    private static func spoiled(_ text: String, _ dice: inout Dice) -> String {
        var letters = Array(text.unicodeScalars)
        let index = dice.roll(letters.count)
        switch dice.roll(4) {
        case 0: letters.remove(at: index)
        case 1: letters[index] = Unicode.Scalar(UInt8(48 + dice.roll(10)))
        case 2:
            letters.insert(
                Unicode.Scalar([0x2F, 0x00, 0x202E, 0x1F469, 0x301, 0x3C, 0x26, 0x2D][dice.roll(8)]) ?? " ", at: index)
        default: letters += letters
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: letters.prefix(400))
        return String(view)
    }

    private static func other(than value: JSON, _ dice: inout Dice) -> JSON {
        let choices: [JSON] = [
            .null, true, false, 0, 1, -1, .integer(Int.max), .integer(Int.min), .number(1e308), .number(-0.5), "", "0",
            "19:30",
            "2026-11-14", "2026-02-31", "2026-11-14 19:30:00", "2026-11-14T19:30:00Z", "24:30:00",
            "9999-12-31 23:59:59",
            "rgs://resy/1/2/2/2026-11-14/2026-11-14/19:30:00/2/Dining Room", "rgs://", "America/New_York", "EST5EDT",
            "Mars/Olympus",
            "<b>x</b> &amp; &#x1F469; &#0; &#99999999999;", "\u{202E}txt\u{0}\u{7}", "$25.00 per guest", "1e400",
            "0x10", "nan",
            [], [:], [[]], [[:]], ["id": 1], [1, "a", .null],
        ]
        return choices[dice.roll(choices.count)]
    }
}
