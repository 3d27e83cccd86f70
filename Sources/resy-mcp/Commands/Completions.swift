internal import ArgumentParser
internal import ResyDomain
internal import ResyNative

/// What a shell offers behind an option, beyond fixed words.
enum Completions {
    /// The account's tables still to come, from this computer's own record: a shell must not wait for a network.
    static let confirmations = CompletionKind.custom { words, _, _ in confirmations(after: words) }

    static func confirmations(
        after words: [String], environment: @escaping (String) -> String? = Environment.value
    ) -> [String] {
        guard let home = try? SettingReader(environment: environment).home(flag: value(of: "--home", in: words)) else {
            return []
        }
        var settings = Settings(home: home)
        settings.email = environment("RESY_EMAIL")
        // The restaurant's day may still be the one before.
        let day = CalendarDay.earliest(at: SystemClock().now)
        return makeResy(settings).rememberedConfirmations(since: day)
    }

    private static func value(of option: String, in words: [String]) -> String? {
        for (index, word) in words.enumerated() {
            if word.hasPrefix(option + "=") { return String(word.dropFirst(option.count + 1)) }
            if word == option, index + 1 < words.count { return words[index + 1] }
        }
        return nil
    }
}
