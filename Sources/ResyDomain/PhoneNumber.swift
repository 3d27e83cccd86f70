/// A telephone number as Resy wants it: `+`, the country's code, the number, digits alone (E.164).
package struct PhoneNumber: Sendable, Equatable {
    /// `+12125550100`. Personal: for the wire, and for the person whose it is.
    package let text: String

    /// Takes blanks, dashes, dots and brackets between the digits; nil without a `+` and eight to fifteen digits.
    package init?(_ typed: String) {
        let fillers: Set<Character> = [" ", "\u{A0}", "-", "\u{2011}", "\u{2013}", ".", "(", ")", "/"]
        let bare = typed.filter { !fillers.contains($0) }
        let digits = bare.utf8.dropFirst()
        guard bare.first == "+", (8...15).contains(digits.count), digits.first != UInt8(ascii: "0"),
            digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        text = bare
    }

    /// `+…00`: enough to know one's own again.
    package var masked: String { "+\u{2026}\(text.suffix(2))" }
}
