internal import ResyDomain
internal import ResyNative

/// Tables and their seatings: why one was taken, and why one cannot be.
extension Voice {
    func text(_ obstacle: Slot.Obstacle) -> String {
        switch obstacle {
        case .onTock: "books on Tock, not on Resy"
        case .captcha: "the restaurant wants a captcha solved, on Resy's own site"
        case .globalDining(let mayBeOpen):
            "held for Global Dining Access card holders\(mayBeOpen ? "; it may be open to your account" : "")"
        case .program: "held for members of a program that this account is not in"
        case .addOn: "an add-on has to be chosen on Resy's site"
        case .smallHours(let day):
            "it is in the early morning of \(day.spoken) itself, and a time so early means the night after; it can be "
                + "booked on Resy's own site"
        case .noToken: "Resy gave no way to book it"
        }
    }

    /// Why that table of several, and which others there were.
    func text(_ choice: SeatingChoice) -> String {
        let reason =
            switch choice.reason {
            case .leastMoney: "it has the least money at stake"
            case .indoors: "it is an indoor table"
            case .name: "nothing but the name sets them apart"
            }
        let others = choice.others.map { slot in
            let price = slot.charges.main.map { amount($0) ?? "fee not stated" }
            return CleanText.name(slot.seating) + (price.map { " (\($0))" } ?? "")
        }
        return "\(CleanText.name(choice.chosen.seating)) was chosen because \(reason); also open at that time: "
            + "\(others.joined(separator: ", "))."
    }
}
