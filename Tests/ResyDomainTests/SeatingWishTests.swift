import Testing

@testable import ResyDomain

@Suite struct SeatingWishTests {
    /// Two rooms, a counter and a patio, as Don Angie has them.
    static let don = ["Dining Room", "Counter", "Outdoor Patio"]
    static let hall = ["Dining Room", "High Top", "Bar", "Patio", "Chef's Table", "Brasserie"]
    static let plain = ["Indoor", "Outdoor"]
    static let worded = ["Indoor Dining", "Outdoor Dining", "Bar Seating"]
    static let terraces = ["Main Room", "Terrace", "Rooftop Garden"]
    static let bars = ["Bar Counter", "Bar Rail", "Barrel Room"]

    @Test(arguments: [
        "any", "Any", "ANY ", "no preference", "No Preference.", "whatever", "anything", "anywhere", "Any is fine",
        "any table",
        "any seating", "any available", "anything available", "whatever you have", "whatever works", "doesn't matter",
        "doesn’t matter", "does not matter", "don't care", "I don't care", "no seating preference", "none", "null",
        "N/A", "",
        "  ", "a table", "table", "table for two", "a table for 4 people", "either", "either is fine", "flexible",
        "I'm flexible", "surprise me", "up to you", "inside or outside", "indoor or outdoor",
        "either inside or outside",
        "first available", "best available", "the best table", "no pref", "whichever", "anything works for us",
        "not fussy",
        "anywhere at all", "no strong preference", "indifferent", "your choice", "seating", "all", "not picky", "no",
    ])
    func noWishFitsAll(words: String) {
        let wish = SeatingWish(words)
        #expect(wish.isAny)
        #expect(wish.fitting(Self.hall) == Self.hall)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let words: String
        let there: [String]
        let fitting: [String]

        init(_ words: String, _ there: [String], _ fitting: String...) {
            (self.words, self.there, self.fitting) = (words, there, fitting)
        }

        var testDescription: String { "\(words) of \(there)" }

        func check() { #expect(SeatingWish(words).fitting(there) == fitting) }
    }

    @Test(arguments: [
        Case("Dining Room (Resy)", don, "Dining Room"), Case("dining room (resy)", don, "Dining Room"),
        Case("7:00 PM - Dining Room (Resy)", don, "Dining Room"),
        Case("7:00 PM - Outdoor Patio (Resy) - cancellation fee 10 USD, free until Friday", don, "Outdoor Patio"),
        Case("12:30 AM (Sunday Feb 15) - Counter (Resy)", don, "Counter"),
        Case("not the counter", don, "Dining Room", "Outdoor Patio"),
        Case("anything but the counter", don, "Dining Room", "Outdoor Patio"),
        Case("no outdoor seating", don, "Dining Room", "Counter"),
        Case("counter, dining room", don, "Dining Room", "Counter"),
        Case("Counter / Dining Room", don, "Dining Room", "Counter"),
        Case("Dining Room - cancellation fee 50 USD", don, "Dining Room"),
        Case("the dining room", don, "Dining Room"), Case("in the dining room please", don, "Dining Room"),
        Case("dining", don, "Dining Room"), Case("dining area", don, "Dining Room"),
        Case("main dining room", don, "Dining Room"), Case("Dining Room seating", don, "Dining Room"),
        Case("dining room table", don, "Dining Room"), Case("Patio seating", don, "Outdoor Patio"),
        Case("patio", don, "Outdoor Patio"), Case("on the patio", don, "Outdoor Patio"),
        Case("patios", don, "Outdoor Patio"),
        Case("outside patio", don, "Outdoor Patio"), Case("a table on the patio", don, "Outdoor Patio"),
        Case("out on the patio", don, "Outdoor Patio"), Case("at the counter", don, "Counter"),
        Case("counter seats", don, "Counter"), Case("seats at the counter for 2", don, "Counter"),
        Case("the counter section", don, "Counter"), Case("bar", hall, "Bar"), Case("at the bar", hall, "Bar"),
        Case("bar seating", hall, "Bar"), Case("bar stools", hall, "Bar"), Case("bar area", hall, "Bar"),
        Case("I'd like to sit at the bar", hall, "Bar"), Case("indoor bar", hall, "Bar"),
        Case("high-top", hall, "High Top"), Case("hightop table", hall, "High Top"),
        Case("high tops", hall, "High Top"),
        Case("chefs table", hall, "Chef's Table"), Case("Chef’s Table", hall, "Chef's Table"),
        Case("the chef's table", hall, "Chef's Table"), Case("brasserie side", hall, "Brasserie"),
        Case("Bar", worded, "Bar Seating"), Case("bar seats", worded, "Bar Seating"),
        Case("indoor dining", worded, "Indoor Dining"), Case("outdoor dining", worded, "Outdoor Dining"),
        Case("terrace", terraces, "Terrace"), Case("roof top garden", terraces, "Rooftop Garden"),
        Case("garden", terraces, "Rooftop Garden"), Case("main room", terraces, "Main Room"),
        Case("salon", ["Salón", "Bar"], "Salón"), Case("Any", ["Any", "Bar"], "Any"),
        Case("Standard", ["Standard", "Bar"], "Standard"),
        Case("bar rail", bars, "Bar Rail"), Case("barrel", bars, "Barrel Room"),
        Case("Table", ["Table", "Bar"], "Table"),
        Case("bar or patio", ["Bar", "Dining Room"], "Bar"),
    ])
    func aSeatingIsUnderstoodAsItIsSaid(example: Case) { example.check() }

    @Test(arguments: [
        Case("inside", don, "Dining Room"), Case("indoors", don, "Dining Room"), Case("Indoor", don, "Dining Room"),
        Case("indoor table", don, "Dining Room"), Case("inside please", don, "Dining Room"),
        Case("somewhere inside", don, "Dining Room"), Case("a table inside, if possible", don, "Dining Room"),
        Case("in", don, "Dining Room"), Case("outside", don, "Outdoor Patio"), Case("outdoors", don, "Outdoor Patio"),
        Case("outdoor seating", don, "Outdoor Patio"), Case("al fresco", don, "Outdoor Patio"),
        Case("preferably outside", don, "Outdoor Patio"), Case("any table outside", don, "Outdoor Patio"),
        Case("in the open air", don, "Outdoor Patio"), Case("outdoor dining", don, "Outdoor Patio"),
        Case("indoor dining", don, "Dining Room"), Case("outside", plain, "Outdoor"), Case("inside", plain, "Indoor"),
        Case("indoors", worded, "Indoor Dining"), Case("outside", worded, "Outdoor Dining"),
        Case("outside", hall, "Patio"), Case("inside", ["Bar", "Patio"], "Bar"),
        Case("inside", ["Bar", "Dining Room"], "Dining Room"), Case("outdoors", ["Indoor Garden", "Deck"], "Deck"),
        // Several: it is asked which.
        Case("outside", terraces, "Terrace", "Rooftop Garden"),
        Case("inside", hall, "Dining Room", "Chef's Table", "Brasserie"),
        Case("bar", bars, "Bar Counter", "Bar Rail"),
        Case("room", ["Dining Room", "Tasting Room"], "Dining Room", "Tasting Room"),
        Case("bar or counter", ["Bar", "Counter", "Patio"], "Bar", "Counter"),
        Case("chef", ["Chef's Table", "Chef's Counter"], "Chef's Table", "Chef's Counter"),
    ])
    func insideAndOutsideAreKinds(example: Case) { example.check() }

    @Test(arguments: [
        Case("booth", hall), Case("outside", ["Dining Room", "Bar"]), Case("patio", ["Terrace", "Dining Room"]),
        Case("not outside", hall, "Dining Room", "High Top", "Bar", "Chef's Table", "Brasserie"),
        Case("anything but the bar", hall, "Dining Room", "High Top", "Patio", "Chef's Table", "Brasserie"),
        Case("no bar", hall, "Dining Room", "High Top", "Patio", "Chef's Table", "Brasserie"),
        Case("not at the bar", hall, "Dining Room", "High Top", "Patio", "Chef's Table", "Brasserie"),
        Case("inside", ["Patio", "Terrace"]), Case("|", hall), Case("🍷", hall), Case("window table", hall),
        Case("outdoor bar", ["Bar", "Dining Room"]), Case("cheapest", hall),
        Case("except the patio", hall, "Dining Room", "High Top", "Bar", "Chef's Table", "Brasserie"),
        Case("smoking", hall), Case("VIP room", hall), Case("private dining", ["Patio", "Bar"]),
        Case("quiet corner", hall),
        Case("without a view", hall), Case("kitchen", hall),
    ])
    func whatIsNotThereIsNotReplaced(example: Case) { example.check() }

    @Test(arguments: [
        Case("in the main room", don, "Dining Room"), Case("Patio/outdoor", don, "Outdoor Patio"),
        Case("Indoor - Dining Room", don, "Dining Room"), Case("dining-room", don, "Dining Room"),
        Case("DiningRoom", don, "Dining Room"), Case("Counter seating (Resy)", don, "Counter"),
        Case("two seats at the counter", don, "Counter"), Case("Bar (2 seats)", hall, "Bar"),
        Case("we would love to sit on the patio", don, "Outdoor Patio"),
        Case("a spot at the counter, please!", don, "Counter"),
        Case("Dining Room.", don, "Dining Room"), Case("“Dining Room”", don, "Dining Room"), Case("'Bar'", hall, "Bar"),
        Case("seating: Bar", hall, "Bar"), Case("Bar (indoor)", hall, "Bar"),
        Case("table in dining room", don, "Dining Room"),
        Case("a four top inside", don, "Dining Room"), Case("outside!", don, "Outdoor Patio"),
        Case("outside in the sun", don, "Outdoor Patio"), Case("sit outdoors", hall, "Patio"),
        Case("indoors only", don, "Dining Room"),
        Case("just inside", don, "Dining Room"), Case("somewhere outside if possible", hall, "Patio"),
        Case("Dining Room, not the bar", don, "Dining Room"),
        Case("no outdoor seating please", don, "Dining Room", "Counter"),
        Case("anything except bar", hall, "Dining Room", "High Top", "Patio", "Chef's Table", "Brasserie"),
        Case("omakase", ["Sushi Counter", "Dining Room"]), Case("kitchen counter", don), Case("romantic", don),
        Case("sidewalk", ["Sidewalk Café", "Main"], "Sidewalk Café"),
        Case("outdoors", ["Sidewalk Café", "Main"], "Sidewalk Café"),
        Case("main", ["Sidewalk Café", "Main"], "Main"),
        Case("main dining", ["Main Dining Room", "Bar"], "Main Dining Room"),
        Case("the lounge", ["Lounge", "Bar"], "Lounge"), Case("standard seating", ["Standard", "Bar"], "Standard"),
    ])
    func aDozenDinersSayIt(example: Case) { example.check() }

    @Test(arguments: [
        "whatever's available", "anything's fine", "any spot", "any of them", "wherever you have space",
        "anything is good",
        "regular table", "a normal table", "idc", "not fussed", "I'm easy", "any old table", "Any.",
        "No preference, thanks",
        "we don't mind", "we're flexible", "please just anything", "either one", "a table for 2 please",
        "either inside or outdoors",
    ])
    func aDozenDinersDoNotMind(words: String) { #expect(SeatingWish(words).isAny) }
}
