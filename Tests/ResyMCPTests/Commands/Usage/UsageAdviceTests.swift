@testable import ResyDomain
import ArgumentParser
import ResyNative
import Testing

@testable import resy_mcp

@Suite struct UsageAdviceTests {
    /// As `main` would answer; nil where the line is taken.
    static func advice(_ line: String) -> UsageAdvice? {
        let arguments = words(of: line)
        if let advice = ResyMCP.unknownCommand(arguments) ?? UsageAdvice(repeatedOptionIn: arguments) { return advice }
        do {
            _ = try ResyMCP.parseAsRoot(arguments)
            return nil
        } catch {
            return ResyMCP.exitCode(for: error) == .validationFailure
                ? UsageAdvice(arguments, problem: ResyMCP.message(for: error)) : nil
        }
    }

    /// As a shell takes a line apart, for single quotes alone.
    static func words(of line: String) -> [String] {
        line.split(separator: "'", omittingEmptySubsequences: false).enumerated().flatMap { index, part in
            index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
        }
    }

    /// The line that is offered is one that is taken.
    @Test(arguments: [
        // A name, a day or a time without its quotes.
        ("check Don Angie saturday", "check 'Don Angie' saturday"),
        ("notify Carbone saturday", "notify add Carbone saturday"),
        ("notify add Don Angie saturday --party 4", "notify add 'Don Angie' saturday --party 4"),
        ("notify Don Angie feb 14 7pm", "notify add 'Don Angie' 'feb 14' --after 7pm"),
        ("notify rm 4400001", "notify remove 4400001"), ("notify show", "notify list"),
        ("notify add Carbone saturday --people 4", "notify add Carbone saturday --party 4"),
        ("check Don Angie saturday 7pm", "check 'Don Angie' saturday 7pm"),
        ("check Don Angie saturday --party 4", "check 'Don Angie' saturday --party 4"),
        ("check Blue Ribbon Brasserie tomorrow", "check 'Blue Ribbon Brasserie' tomorrow"),
        ("check Sunday in Brooklyn saturday", "check 'Sunday in Brooklyn' saturday"),
        ("check Friday Saturday Sunday saturday", "check 'Friday Saturday Sunday' saturday"),
        ("check Carbone next friday", "check Carbone 'next friday'"),
        ("check Carbone feb 14", "check Carbone 'feb 14'"), ("check Carbone feb 14 7pm", "check Carbone 'feb 14' 7pm"),
        ("check Don Angie friday night", "check 'Don Angie' 'friday night'"),
        ("check Carbone in 3 days 7pm", "check Carbone 'in 3 days' 7pm"),
        ("check Carbone saturday at 7pm", "check Carbone saturday 7pm"),
        ("check Carbone saturday 7 pm", "check Carbone saturday '7 pm'"),
        ("check Carbone saturday half past seven", "check Carbone saturday 'half past seven'"),
        ("check “Don Angie” saturday", "check 'Don Angie' saturday"),
        ("check Don Angie saturday@7pm", "check 'Don Angie' saturday@7pm"),
        ("check Carbone 7pm saturday", "check Carbone saturday 7pm"),
        ("check saturday Carbone", "check Carbone saturday"),
        ("check tomorrow Don Angie", "check 'Don Angie' tomorrow"),
        ("check Carbone saturday for 4", "check Carbone saturday --party 4"),
        ("check Carbone saturday 7pm 4 people", "check Carbone saturday 7pm --party 4"),
        ("check Joes saturday in Chicago", "check Joes saturday --in Chicago"),
        ("book Don Angie saturday 7pm", "book 'Don Angie' saturday 7pm"),
        ("book Carbone saturday 7pm for two", "book Carbone saturday 7pm --party 2"),
        ("book Carbone saturday", "book Carbone saturday 7pm"), ("book Carbone", "book Carbone saturday 7pm"),
        ("reserve", "book Carbone saturday 7pm"),
        ("check", "check Carbone saturday"),
        ("check 'Don Angie'", "check 'Don Angie' saturday"), ("check Don Angie", "check 'Don Angie' today"),
        ("cancel Carbone saturday", "cancel Carbone --on saturday"),
        ("cancel Don Angie feb 14", "cancel 'Don Angie' --on 'feb 14'"),
        ("check Carbone 2026-12-05 19:00 7pm", "check Carbone 2026-12-05 19:00"),
        ("check Carbone saturday 7pm tomorrow", "check Carbone saturday 7pm"),
        // What is too much.
        ("check Carbone saturday 7pm 4", "check Carbone saturday 7pm --party 4"),
        ("check Carbone saturday 7pm New York", "check Carbone saturday 7pm --in 'New York'"),
        ("check Carbone saturday after 7", "check Carbone saturday 7"),
        ("book Carbone saturday 7pm -y 2", "book Carbone saturday 7pm --yes --party 2"),
        ("check 7pm Carbone saturday", "check Carbone saturday 7pm"),
        ("book a table at Carbone saturday 7pm", "book Carbone saturday 7pm"),
        ("book a table for 4 at Carbone saturday 7pm", "book Carbone saturday 7pm --party 4"),
        ("check 'Carbone saturday 7pm'", "check Carbone saturday 7pm"),
        ("help chekc", "help check"), ("-v", "--version"), ("-V", "--version"),
        ("--home /x check Carbone saturday", "check Carbone saturday --home /x"),
        ("--json check Carbone saturday", "check Carbone saturday --json"),
        // Options.
        ("check Carbone saturday --people 2", "check Carbone saturday --party 2"),
        ("check Carbone saturday --guests=3", "check Carbone saturday --party 3"),
        ("check Carbone --date saturday", "check Carbone saturday"),
        ("check Carbone --when saturday", "check Carbone saturday"),
        ("check Carbone --date 'feb 14' --at 7pm", "check Carbone 'feb 14' --time 7pm"),
        ("book Carbone saturday --time 7pm", "book Carbone saturday 7pm"),
        ("book Carbone --date saturday --time 7pm", "book Carbone saturday 7pm"),
        ("check --name 'Don Angie' --date saturday", "check 'Don Angie' saturday"),
        ("check --restaurant Carbone --day saturday --size 4", "check Carbone saturday --party 4"),
        ("check Carbone saturday --city 'New York'", "check Carbone saturday --in 'New York'"),
        ("check Carbone saturday --location Chicago", "check Carbone saturday --in Chicago"),
        ("check Carbone saturday -party 2", "check Carbone saturday --party 2"),
        ("check Carbone saturday -time 7pm", "check Carbone saturday --time 7pm"),
        ("check Carbone saturday —party 2", "check Carbone saturday --party 2"),
        ("check Carbone saturday -n 2", "check Carbone saturday --party 2"),
        ("check Carbone saturday --party two", "check Carbone saturday --party 2"),
        ("check Carbone saturday --tiem 7pm", "check Carbone saturday --time 7pm"),
        ("check Carbone saturday --jsn", "check Carbone saturday --json"),
        ("check Carbone saturday --format json", "check Carbone saturday --json"),
        ("book Carbone saturday 7pm --notes birthday", "book Carbone saturday 7pm --requests birthday"),
        ("cancel --confirmation RESY-1", "cancel --id RESY-1"), ("list --history", "list --past"),
        ("check Carbone saturday --verbose", "check Carbone saturday --log-level debug"),
        ("check Don Angie saturday --people 4 --city Chicago", "check 'Don Angie' saturday --party 4 --in Chicago"),
        // Searches.
        ("check Don Angie --on fri-sun", "check 'Don Angie' --on fri-sun"),
        ("check Don Angie 8pm --from fri --to sun", "check 'Don Angie' 8pm --from fri --to sun"),
        ("check Carbone --or Don Angie --from fri --to sun", "check Carbone --or 'Don Angie' --from fri --to sun"),
        ("check --or Carbone --or Lilia --on fri", "check Carbone --or Lilia --on fri"),
        ("check Carbone or 'Don Angie' friday", "check Carbone friday --or 'Don Angie'"),
        ("check Carbone --and Lilia friday", "check Carbone friday --or Lilia"),
        ("find italian", "find italian --on saturday"), ("find", "find italian --in 'West Village' --on saturday"),
        ("find italian sat 8pm", "find italian --on sat --time 8pm"),
        ("find italian --in Chicago --date sat", "find italian --in Chicago --on sat"),
        ("find italian sat for 4 --in Chicago", "find italian --in Chicago --on sat --party 4"),
        ("find sushi --on sat --max-price 50", "find sushi --on sat --fee-up-to 50"),
        ("find sushi --on sat --earliest 6pm", "find sushi --on sat --after 6pm"),
        ("search sushi sat", "find sushi --on sat"), ("days Don Angie", "days 'Don Angie'"), ("days", "days Semma"),
        ("calendar Semma", "days Semma"),
        (
            "find Italian in West Village Friday,Saturday 8pm",
            "find Italian --in 'West Village' --on Friday,Saturday --time 8pm"
        ),
        ("days Carbone friday", "check Carbone friday"), ("days Carbone --on fri", "check Carbone fri"),
        ("days Semma dec 20", "days Semma --to 'dec 20'"), ("find --cuisine sushi --on fri", "find sushi --on fri"),
        ("find sushi --on fri --outdoors", "find sushi --on fri --seating outdoors"),
        ("find sushi --from fri", "find sushi --on fri"), ("find sushi --on fri --date fri", "find sushi --on fri"),
        ("check 'Gatto Bianco' fri --from fri --to sun", "check 'Gatto Bianco' --from fri --to sun"),
        ("check Carbone Don Angie friday", "check 'Carbone Don Angie' friday"),
        ("check Carbone Don Angie friday", "check Carbone friday --or 'Don Angie'"),
        // Commands.
        ("chekc Carbone saturday", "check Carbone saturday"),
        ("reserve Carbone saturday 7pm", "book Carbone saturday 7pm"),
        ("reservations", "list"), ("cancle Carbone", "cancel Carbone"),
        ("bok Carbone saturday 7pm", "book Carbone saturday 7pm"),
        ("chekc Don Angie saturday --people 2", "check 'Don Angie' saturday --party 2"), ("lst", "list"),
        ("availability Carbone saturday", "check Carbone saturday"), ("delete Carbone", "cancel Carbone"),
        ("Carbone saturday", "check Carbone saturday"), ("Carbone saturday 7pm", "check Carbone saturday 7pm"),
        ("Don Angie tomorrow", "check 'Don Angie' tomorrow"), ("signin", "login"),
        ("Check Carbone saturday", "check Carbone saturday"),
    ])
    func offersTheLineThatIsMeant(line: String, offered: String) throws {
        let hint = try #require(Self.advice(line)).hint
        let isThere = hint.hasSuffix(": resy-mcp \(offered)") || hint.contains(": resy-mcp \(offered) or: ")
        #expect(isThere, "\(hint)")
        // `--version` and `help` end as the package ends them.
        #expect(Self.advice(offered) == nil)
    }

    @Test func anEmptyDateBelongsToNoName() {
        let advice = UsageAdvice(["check", "Carbone", ""], problem: "<date> is empty.")
        #expect(advice.hint == "For example: resy-mcp check Carbone saturday")
    }

    @Test func whatCameFromOutsideIsQuoted() {
        let advice = UsageAdvice(
            ["check", "L'Artusi", "saturday", "--people", "2"], problem: "Unknown option '--people'")
        #expect(advice.hint.hasSuffix(#": resy-mcp check 'L'\''Artusi' saturday --party 2"#))
    }

    @Test(arguments: [
        ("check Carbone saturday --people 2", "There is no option \"--people\" of check.", "Did you mean `--party 2`?"),
        ("check Carbone saturday -party 2", "There is no option \"-party\" of check.", "Did you mean `--party 2`?"),
        (
            "check Carbone saturday --party two", "The value 'two' is invalid for '--party <people>'.",
            "Did you mean `--party 2`?"
        ),
        ("chekc Carbone saturday", "There is no command \"chekc\".", "Did you mean `check`?"),
        ("reserve", "There is no command \"reserve\".", "Did you mean `book`?"),
        ("version", "There is no command \"version\".", "Did you mean `--version`?"),
        ("check Carbone saturday --wibble", "There is no option \"--wibble\".", "See `resy-mcp help check`."),
        (
            "check Carbone someday", "The date \"someday\" is not understood",
            "For example: resy-mcp check 'Carbone someday' today"
        ),
        (
            "check Carbone saturday soonish", "The time \"soonish\" is not understood",
            "For example: resy-mcp check Carbone saturday 7pm"
        ),
        (
            "check 'Don Angie' samedi", "The date \"samedi\" is not understood",
            "For example: resy-mcp check 'Don Angie' saturday"
        ),
        (
            "check Carbone 12.5.2026", "The date \"12.5.2026\" is not understood",
            "For example: resy-mcp check Carbone saturday"
        ),
        ("check Carbone 2026-12-05 19:00 7pm", "Two times were given: 19:00 and 7pm. Give one.", "Did you mean"),
        (
            "check Carbone saturday 7pm tomorrow", "Two days were given: saturday and tomorrow. Give one.",
            "Did you mean"
        ),
        (
            "check saturday Carbone", "The order is name, date, time.",
            "Did you mean: resy-mcp check Carbone saturday"
        ),
        ("book Carbone", "Missing expected argument '<date>'. Nothing was booked.", "For example"),
        ("cancel Carbone --id 7", "Give a name or --id, not both. Nothing was cancelled.", ""),
        ("check Carbone saturday 7pm --time 8pm", "The time is given twice", "See `resy-mcp help check`."),
        ("check Carbone saturday --party 0", "--party 0 is not possible", "See `resy-mcp help check`."),
        // What lets money be spent is offered for no other word.
        ("book Carbone saturday 7pm --force", "There is no option \"--force\".", "See `resy-mcp help book`."),
        ("book Carbone saturday 7pm --max-cost 50", "There is no option \"--max-cost\".", "See `resy-mcp help book`."),
        ("list --limit 3", "There is no option \"--limit\".", "See `resy-mcp help list`."),
        ("check Carbone saturday --party 2 --party 4", "--party is given twice", "Give it once."),
        ("check Carbone saturday -p2 --party=4", "--party is given twice", "Give it once."),
        ("check Carbone saturday 7pm 4", "\"4\" is more than a name, a day and a time", "Did you mean"),
        ("help nosuchthing", "There is no command", "Commands: "),
        ("list Carbone", "Unexpected argument 'Carbone'", "See `resy-mcp help list`."),
        ("check Carbone --date saturday", "There is no option \"--date\" of check.", "The day stands behind the name"),
        (
            "'book Carbone saturday 7pm'", "The command and its words are one word",
            "Did you mean: resy-mcp book Carbone saturday 7pm"
        ),
        (
            "login sam@example.com", "That is more than login takes",
            "Did you mean: resy-mcp login --email sam@example.com"
        ),
        ("login hunter2", "That is more than login takes", "See `resy-mcp help login`."),
        ("login --password hunter2", "There is no option \"--password\" of login.", "Did you mean `--password-stdin`?"),
    ])
    func saysWhatIsWrong(line: String, message: String, hint: String) throws {
        let advice = try #require(Self.advice(line))
        #expect(advice.message.hasPrefix(message), "\(advice.message)")
        #expect(advice.hint.hasPrefix(hint), "\(advice.hint)")
        #expect(!(advice.message + advice.hint).contains("hunter2"))
    }

    @Test(arguments: [
        ("plain", "plain"), ("2026-12-05", "2026-12-05"), ("Resy venue 6194", "'Resy venue 6194'"),
        ("L'Artusi", #"'L'\''Artusi'"#),
        ("$(rm -rf /)", "'$(rm -rf /)'"), ("", "''"), ("a;b", "'a;b'"), ("Café", "'Café'"), ("`id`", "'`id`'"),
        ("-p", "-p"), ("a\nb", "'a\nb'"), ("!!", "'!!'"), ("*", "'*'"), ("~", "'~'"),
    ])
    func quotesWhatAShellWouldRead(word: String, quoted: String) {
        #expect(ShellWords.quoted(word) == quoted)
    }
}
