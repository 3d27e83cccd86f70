/// The ways in which people say that they have no wish.
enum Indifference {
    /// `said`: folded words, single spaces.
    static func isSaid(_ said: String) -> Bool {
        if phrases.contains(said) { return true }
        // "any is fine", "whatever you have", "anything works for us"
        let words = said.split(separator: " ").map(String.init)
        return words.contains { cores.contains($0) }
            && words.allSatisfy { cores.contains($0) || courtesies.contains($0) }
    }

    private static let cores: Set<String> = [
        "any", "anything", "anythings", "anyone", "whatevers", "whatever", "whichever", "wherever", "anywhere",
        "either",
    ]

    /// What stands around it and says nothing more.
    private static let courtesies: Set<String> = [
        "is", "are", "s", "fine", "ok", "okay", "good", "great", "will", "would", "do", "works", "work", "available",
        "open",
        "free", "you", "have", "has", "got", "with", "by", "for", "me", "us", "we", "i", "im", "were", "thats", "that",
        "there",
        "one", "please", "really", "at", "all", "they", "it", "the", "of", "them", "best", "possible", "cool", "goes",
        "can",
        "get", "give", "to", "be", "happy", "old", "else",
    ]

    private static let phrases: Set<String> = [
        "no preference", "no preferences", "no pref", "no prefs", "none", "no", "na", "n a", "nil", "null", "undefined",
        "doesnt matter", "does not matter", "it doesnt matter", "it does not matter", "dont care", "do not care",
        "i dont care", "we dont care", "dont mind", "i dont mind", "we dont mind", "do not mind", "no matter",
        "not important", "not fussy", "not fussed", "easy", "im easy", "idc", "im not fussy", "not picky",
        "im not picky", "flexible", "im flexible",
        "were flexible",
        "i am flexible", "we are flexible", "open", "im open", "open to anything", "up to you", "your choice",
        "you choose",
        "you decide", "you pick", "surprise me", "indifferent", "unspecified", "not specified", "nothing specific",
        "nothing in particular", "nothing special", "no particular preference", "no specific preference",
        "no strong preference", "no special preference", "i have no preference", "we have no preference",
        "no seating preference", "no wish", "no wishes", "no idea", "not sure", "unsure", "dealers choice", "default",
        "best available", "the best available", "best", "the best", "best one", "first available", "whatever works",
        "egal",
        "all", "all of them", "no opinion", "makes no difference", "all the same",
    ]
}
