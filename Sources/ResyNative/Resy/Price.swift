internal import ResyDomain

/// One amount of an answer, as a number or as a text.
enum Price: Equatable {
    case absent
    case amount(Amount)
    /// There is something, and it cannot be compared.
    case unreadable

    init(_ field: JSON?) {
        guard let field else {
            self = .absent
            return
        }
        if let number = field.numberIfAny {
            self = Amount(number).map { .amount($0) } ?? .unreadable
            return
        }
        guard let text = try? field.words else {
            self = .unreadable
            return
        }
        // What is missing from it may be its last digit.
        guard field.mark != .mended else {
            self = .unreadable
            return
        }
        let line = CleanText.line(text)
        if let dearest = ChargeWords.amounts(in: line).max() {
            self = Amount(dearest).map { .amount($0) } ?? .unreadable
        } else if !line.contains(where: \.isNumber) {
            self = line.isBlank || Self.nothing.contains(line.lowercased()) ? .absent : .unreadable
        } else {
            // `$0.00` is the word that there is none.
            self = line.contains { $0.isNumber && $0.wholeNumberValue != 0 } ? .unreadable : .amount(.zero)
        }
    }

    private static let nothing: Set = [
        "free", "none", "no", "n/a", "na", "-", "–", "—", "waived", "complimentary", "$",
    ]

    /// `20%`
    static func isShare(_ text: String) -> Bool { text.contains("%") || text.contains("％") }

    var amount: Amount? {
        guard case .amount(let amount) = self else { return nil }
        return amount
    }
}
