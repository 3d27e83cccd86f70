internal import ResyDomain
internal import ResyNative

/// Tables and their seatings: why one was taken, and why one cannot be.
extension Voice {
    func text(_ obstacle: Slot.Obstacle) -> String {
        switch obstacle {
        case .onTock: "books on Tock"
        case .captcha: "the restaurant wants a captcha solved on Resy's site"
        case .globalDining(let mayBeOpen):
            "only for American Express card holders (Global Dining Access)\(mayBeOpen ? "; it may be open to \(either("the user's", "your")) account" : "")"
        case .program: "held for members of a program this account is not in"
        case .addOn: "an add-on has to be chosen on Resy's site"
        case .smallHours(let day):
            "in the early morning of \(day.spoken) itself, where a time so early means the night after; bookable on Resy's "
                + "own site"
        case .noToken: "Resy gave no way to book it"
        }
    }

    /// `Brasserie was chosen (free, as Dining Room and Bar are); with a fee: Patio ($5 deposit in total).`
    func text(_ choice: SeatingChoice) -> String {
        let chosen = CleanText.name(choice.chosen.seating)
        let price = choice.chosen.charges.isEmpty ? "free" : text(choice.chosen.charges)
        let alike = choice.alike.map { CleanText.name($0.seating) }
        let others =
            switch alike.count {
            case 0: ""
            case 1: ", as \(alike[0]) is"
            default: ", as \(alike.dropLast().joined(separator: ", ")) and \(alike[alike.count - 1]) are"
            }
        let indoors = choice.reason == .indoors ? "; it is indoors" : ""
        let parts = [
            "\(chosen) was chosen (\(price)\(others)\(indoors))",
            priced(choice.free, as: "free"), priced(choice.withFee, as: "with a fee"),
            priced(choice.unclear, as: "cost not stated"),
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "; ") + "."
    }

    private func priced(_ slots: [Slot], as title: String) -> String {
        guard !slots.isEmpty else { return "" }
        let named = slots.map { slot in
            let price = slot.charges.contains { $0.saysSomething } ? " (\(text(slot.charges)))" : ""
            return CleanText.name(slot.seating) + price
        }
        return "\(title): \(named.joined(separator: ", "))"
    }
}
