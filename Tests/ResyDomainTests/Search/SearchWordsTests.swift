import Testing

@testable import ResyDomain

@Suite struct SearchWordsTests {
    @Test(arguments: [
        ("italian in the West Village", "italian", "the West Village"), ("sushi, Chicago", "sushi", "Chicago"),
        ("pizza in Park Slope, Brooklyn", "pizza", "Park Slope, Brooklyn"), ("SoHo", "", "SoHo"),
        ("somewhere in Chicago", "", "Chicago"), ("near me", "", "near me"), ("italian chicago", "italian", "chicago"),
        ("cheapest good French in New York", "French", "New York"), ("somewhere nice in SoHo", "", "SoHo"),
        ("best Italian restaurant, Chicago", "Italian", "Chicago"), ("a table near Union Square", "", "Union Square"),
        ("sushi near me", "sushi", "near me"), ("tapas around here", "tapas", "around here"),
        ("wine bar in Williamsburg", "wine bar", "Williamsburg"),
        ("pizza or sushi in Chicago", "pizza or sushi", "Chicago"),
        ("pizza or sushi chicago", "pizza or sushi", "chicago"),
        ("Thai, Korean, Chicago", "Thai, Korean", "Chicago"),
        ("West Village Italian", "Italian", "West Village"), ("NYC sushi", "sushi", "NYC"),
        ("Lower East Side wine bar", "wine bar", "Lower East Side"),
    ])
    func endsInAPlace(said: String, words: String, place: String) {
        let split = SearchWords(said)
        #expect(split.words == words)
        #expect(split.place == place)
    }

    @Test(arguments: [
        ("good French", "French"), ("restaurants", ""), ("dinner", ""), ("Italian restaurant", "Italian"),
        ("romantic", ""), ("Good Luck Cantina", "Good Luck Cantina"), ("Nice Matin", "Nice Matin"),
        ("the best ramen spots", "ramen"), ("Cafe Paris", "Cafe Paris"),
    ])
    func fillersAreNothingToLookFor(said: String, words: String) {
        #expect(SearchFillers.without(said) == words)
        #expect(SearchWords(said).place == nil)
    }

    /// Only what is a place for sure.
    @Test(arguments: [
        "italian", "Joe's Shanghai", "Hole in the Wall", "Girl & the Goat", "omakase", "steak, medium rare",
        "Lilia, Carbone", "Mission Chinese", "Roma Pizza", "La Pizza",
    ])
    func staysAsItIs(said: String) {
        #expect(SearchWords(said).place == nil)
        #expect(SearchWords(said).words == said)
    }

    @Test(arguments: [
        ("cosy West Village trattoria", "West Village"), ("Chicago Cut", "Chicago"), ("Roma Pizza", nil),
        ("Via Carota", nil), ("Texas ribs", nil), ("", nil),
    ])
    func aPlaceMayStandAmongThem(said: String, place: String?) {
        #expect(SearchWords.place(among: said) == place)
        #expect(!SearchWords.hasWords(of: "Chicago", in: "Chicagoland"))
        #expect(SearchWords.hasWords(of: "Chicago", in: "The Chicago Cut"))
    }

    @Test(arguments: [
        ("pizza or sushi", ["pizza", "sushi"]), ("Italian/French", ["Italian", "French"]),
        ("Thai, Korean, or Vietnamese", ["Thai", "Korean", "Vietnamese"]),
        ("something good, Italian or French food", ["Italian", "French"]),
        ("good Italian or French food", ["Italian", "French"]), ("either wine bar OR tapas", ["wine bar", "tapas"]),
        ("sushi or Sushi", ["sushi"]), ("italian", ["italian"]), ("", [""]), ("good French", ["French"]),
        // Parts of a name.
        ("Lilia, Carbone", ["Lilia, Carbone"]), ("steak, medium rare", ["steak, medium rare"]),
        ("Fish or Flesh", ["Fish or Flesh"]), ("or", ["or"]),
        ("a/b/c/d", ["a/b/c/d"]),
    ])
    func cuisinesJoinedByOrAreAlternatives(said: String, words: [String]) {
        #expect(SearchFillers.alternatives(said) == words)
    }
}
