import Testing

@testable import ResyDomain

@Suite struct WishTests {
    @Test func aBlankWishIsNone() {
        #expect(Wish.all(words: nil, occasion: nil).isEmpty)
        #expect(Wish.all(words: " \t\n", occasion: nil).isEmpty)
        #expect(Wish.all(words: "", occasion: .business) == [.occasion(.business)])
        #expect(Wish.all(words: "quiet", occasion: .birthday) == [.words("quiet"), .occasion(.birthday)])
    }

    @Test(arguments: [
        (Occasion.anniversary, 149_470, "Anniversary"), (.birthday, 149_474, "Birthday"),
        (.business, 149_476, "Business"), (.graduation, 149_480, "Graduation"),
    ])
    func occasionsAreResysOwn(occasion: Occasion, number: Int, name: String) {
        #expect(occasion.number == number && occasion.name == name)
        #expect(Occasion(number: number) == occasion)
        #expect(Occasion(named: " \(name.uppercased()) ") == occasion)
    }

    @Test func othersAreNone() {
        #expect(Occasion(named: "wedding") == nil)
        #expect(Occasion(named: "") == nil)
        #expect(Occasion(number: 0) == nil)
        #expect(Wish(.occasion, text: "wedding") == nil)
    }

    @Test(arguments: [
        ("no nuts, please", "no nuts", true), ("no nuts, please", "no nuts...", true),
        ("no nuts, please", "no nuts, please", false), ("no nuts", "no nuts, please", false),
        ("no nuts", "…", false), ("no nuts", "", false), ("no nuts", "nuts", false),
        ("a <b> c", "a &lt;b", true), ("a <b> c", "a <b> c", false),
    ])
    func theBeginningIsNotTheWhole(words: String, held: String, isCut: Bool) {
        #expect(Wish.words(words).isCutShort(to: held) == isCut)
    }
}
