@testable import ResyDomain
import ArgumentParser
import ResyNative
import Testing

@testable import resy_mcp

@Suite struct OptionsTests {
    static func settings(_ flags: [String] = [], _ variables: [String: String] = [:]) throws -> Settings {
        let all = variables.merging(["HOME": "/home/ada"]) { given, _ in given }
        return try Options.parse(flags).settings(environment: { all[$0] })
    }

    /// What a usage error says, or nil.
    static func complaint(_ flags: [String] = [], _ variables: [String: String] = [:]) -> String? {
        do {
            _ = try settings(flags, variables)
            return nil
        } catch let error as ValidationError {
            return error.message
        } catch {
            return "\(error)"
        }
    }

    @Test func defaultsAreTheContracts() throws {
        let settings = try Self.settings()
        #expect(settings.home == "/home/ada/.local/share/resy-mcp")
        #expect(settings.apiURL == "https://api.resy.com")
        #expect(settings.webURL == "https://resy.com")
        #expect(settings.placesURL == "https://places.googleapis.com")
        #expect(settings.pace == 1...3 && settings.budget == 20)
        #expect(settings.confirm == .fees)
        #expect(settings.largestFee == 0 && settings.longestCutOff == nil)
        #expect(settings.party == 2 && settings.city == nil)
        #expect(settings.logLevel == "notice")
        #expect(!settings.isReadOnly && !settings.tracesHTTP && !settings.apiKeyIsChosen)
        #expect(settings.email == nil && settings.password == nil && settings.placesKey == nil)
    }

    @Test func aFlagWinsOverItsVariable() throws {
        let settings = try Self.settings(["--confirm", "never"], ["RESY_CONFIRM": "always"])
        #expect(settings.confirm == .never)
    }

    @Test func variablesAreRead() throws {
        let settings = try Self.settings(
            [],
            [
                "RESY_MCP_HOME": "~/tables", "RESY_API_URL": "http://127.0.0.1:9201/",
                "RESY_WEB_URL": "https://r.test/x/",
                "GOOGLE_PLACES_URL": "http://[::1]:80", "GOOGLE_PLACES_API_KEY": "k", "RESY_EMAIL": " a@b.c ",
                "RESY_PASSWORD": " p ", "RESY_API_KEY": "key", "RESY_CACERT": "/ca.pem", "RESY_CHROMIUM": "/chromium",
                "RESY_PACE": "0.5-2", "RESY_BUDGET": " 12 ", "RESY_CONFIRM": "Always", "RESY_MAX_FEE": "37.50",
                "RESY_READ_ONLY": "TRUE", "RESY_MAX_CUTOFF": "1.5", "RESY_PARTY": " 4 ", "RESY_CITY": " New York ",
                "RESY_CURL_VERBOSE": "1", "RESY_LOG_LEVEL": "debug",
            ])
        #expect(settings.home == "/home/ada/tables")
        #expect(settings.apiURL == "http://127.0.0.1:9201")
        #expect(settings.webURL == "https://r.test/x")
        #expect(settings.placesURL == "http://[::1]:80")
        #expect(settings.placesKey?.reveal() == "k")
        #expect(settings.email == "a@b.c")
        #expect(settings.password?.reveal() == " p ")
        #expect(settings.apiKey == "key" && settings.apiKeyIsChosen)
        #expect(settings.caBundle == "/ca.pem" && settings.chromium == "/chromium")
        #expect(settings.pace == 0.5...2)
        #expect(settings.budget == 12)
        #expect(settings.confirm == .always)
        #expect(settings.largestFee == 37.5 && settings.longestCutOff == 1.5)
        #expect(settings.party == 4 && settings.city == "New York")
        #expect(settings.isReadOnly && settings.tracesHTTP)
        #expect(settings.logLevel == "debug")
    }

    @Test(arguments: ["", "  ", "undefined", "null", "${user_config.key}", "${RESY_X}", "NULL", "None"])
    func whatClientsPassForNothingIsUnset(text: String) throws {
        let names = [
            "RESY_MCP_HOME", "RESY_API_URL", "RESY_PASSWORD", "RESY_EMAIL", "RESY_API_KEY", "RESY_PACE", "RESY_CONFIRM",
            "RESY_BUDGET",
            "RESY_MAX_FEE", "RESY_MAX_CUTOFF", "RESY_PARTY", "RESY_CITY", "RESY_READ_ONLY", "RESY_LOG_LEVEL",
            "GOOGLE_PLACES_API_KEY",
        ]
        let settings = try Self.settings(
            ["--pace", text, "--budget", text], Dictionary(uniqueKeysWithValues: names.map { ($0, text) }))
        #expect(settings.home == "/home/ada/.local/share/resy-mcp")
        #expect(settings.password == nil && settings.email == nil && settings.placesKey == nil)
        #expect(!settings.apiKeyIsChosen && settings.pace == 1...3)
    }

    @Test(arguments: [("0", 0.0...0.0), ("2", 2...2), ("1-3", 1...3), ("0 - 0.25", 0...0.25)])
    func readsPaces(text: String, expected: ClosedRange<Double>) throws {
        #expect(try Self.settings(["--pace", text]).pace == expected)
    }

    @Test(arguments: [("0", 0), ("1", 1), (" 40 ", 40), ("1000", 1000)])
    func readsBudgets(text: String, expected: Int) throws {
        #expect(try Self.settings(["--budget", text]).budget == expected)
    }

    @Test(arguments: [
        ("--budget", "+1"), ("--budget", "1.5"), ("--budget", "many"), ("--budget", "1001"), ("--budget", "20/h"),
        ("--pace", "3-1"), ("--pace", "1-2-3"), ("--pace", "fast"), ("--pace", "1e1"), ("--pace", "61"),
        ("--max-cutoff", "soon"), ("--max-cutoff", "9000"),
        ("--confirm", "maybe"), ("--max-fee", "nan"), ("--max-fee", "1,5"), ("--log-level", "loud"),
        ("--api-url", "http://api.resy.com"), ("--api-url", "ftp://x"), ("--api-url", "https://"),
        ("--web-url", "https://a.b:0"),
        ("--places-url", "http://127.0.0.1.evil.test"), ("--places-url", "http://localhost.evil.test"),
    ])
    func aBadValueIsNamed(flag: String, value: String) throws {
        let complaint = try #require(Self.complaint([flag, value]))
        #expect(complaint.hasPrefix("\(flag) \"\(value)\" is not valid: "))
    }

    /// It may have been copied with a password in it.
    @Test(arguments: [
        "https://ada:hunter2@b.c", "https://a.b?k=hunter2", "https://a.b#hunter2", "https://ada%40hunter2 x",
        "ada:hunter2@b.c",
    ])
    func aBadAddressShowsNoSecret(value: String) throws {
        for flag in ["--api-url", "--web-url", "--places-url"] {
            let complaint = try #require(Self.complaint([flag, value]))
            #expect(complaint.hasPrefix("\(flag) is not valid: ") && !complaint.contains("hunter2"))
        }
        // This one may have a query.
        if !value.contains("?") {
            let complaint = try #require(Self.complaint([], ["RESY_RELEASES_URL": value]))
            #expect(complaint.hasPrefix("RESY_RELEASES_URL is not valid: ") && !complaint.contains("hunter2"))
        }
        for name in ["RESY_API_URL", "RESY_WEB_URL", "GOOGLE_PLACES_URL"] {
            let complaint = try #require(Self.complaint([], [name: value]))
            #expect(complaint.hasPrefix("\(name) is not valid: ") && !complaint.contains("hunter2"))
        }
    }

    @Test func aBadVariableIsNamed() {
        #expect(
            Self.complaint([], ["RESY_READ_ONLY": "maybe"])
                == #"RESY_READ_ONLY "maybe" is not valid: choose one of true, false"#)
    }

    @Test(arguments: ["0", "51", "two", "+2", "2.0"]) func aBadPartyIsNamed(value: String) {
        #expect(
            Self.complaint([], ["RESY_PARTY": value])
                == "RESY_PARTY \"\(value)\" is not valid: give a number of people from 1 to 50")
    }

    @Test func habitsOfAServerWinOverTheirVariables() throws {
        let variables = ["HOME": "/home/ada", "RESY_PARTY": "4", "RESY_CITY": "Chicago"]
        let habits = try HabitOptions.parse(["--party", "6", "--in", "London"])
        let settings = try Options.parse([]).settings(habits, environment: { variables[$0] })
        #expect(settings.party == 6 && settings.city == "London")
    }

    @Test func aBadKeyIsNotShown() {
        #expect(Self.complaint([], ["RESY_API_KEY": "hunter2\""])?.contains("hunter2") == false)
    }

    @Test func theDataFolderIsHonoured() throws {
        #expect(try Self.settings([], ["XDG_DATA_HOME": "/data"]).home == "/data/resy-mcp")
    }

    @Test(arguments: [
        "http://localhost:80", "http://LOCALHOST", "http://127.9.9.9:1", "http://[::1]", "https://x.test/",
    ])
    func loopbackMayBePlain(url: String) {
        #expect(Self.complaint(["--api-url", url]) == nil)
    }
}
