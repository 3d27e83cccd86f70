/// An amount of money in hundredths of the currency's unit, whatever the currency: ¥5,000 is 500,000. An amount may be read
/// before its currency is known, so it cannot be counted in the currency's own smallest coin.
package struct Amount: Sendable, Hashable, Comparable {
    package let hundredths: Int

    private init(hundredths: Int) { self.hundredths = hundredths }

    /// Nil for what is no price: negative, not a number, a billion and more, or above zero and less than a hundredth, which
    /// would be shown as nothing.
    package init?(_ stated: Double) {
        guard stated >= 0, stated < 1e9 else { return nil }
        let hundredths = Int((stated * 100).rounded())
        guard hundredths > 0 || stated == 0 else { return nil }
        self.hundredths = hundredths
    }

    package static let zero = Amount(hundredths: 0)

    package var isZero: Bool { hundredths == 0 }
    package var value: Double { Double(hundredths) / 100 }

    /// For so many of a party; parties are small and amounts below a billion.
    package func times(_ guests: Int) -> Amount { Amount(hundredths: hundredths * max(1, min(guests, 10_000))) }

    /// Each one's share; nil where it does not come out even.
    package func shared(by guests: Int) -> Amount? {
        guard guests > 0, hundredths % guests == 0 else { return nil }
        return Amount(hundredths: hundredths / guests)
    }

    package static func + (left: Amount, right: Amount) -> Amount {
        Amount(hundredths: left.hundredths + right.hundredths)
    }

    package static func < (left: Amount, right: Amount) -> Bool { left.hundredths < right.hundredths }
}
