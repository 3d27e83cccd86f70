# Stands in for Homebrew on Linux, which cannot be had everywhere: homebrew.rb FORMULA DIST PREFIX arm|intel
# It reads the formula as that kind of machine would, installs from the archive in DIST, and runs the formula's test.
require "digest"
require "fileutils"
require "open3"
require "pathname"
require "tmpdir"

formula_path, dist, prefix, MACHINE = ARGV
PREFIX = Pathname(prefix).expand_path

# What a formula calls a place to install to.
class Place < Pathname
  def install(*sources)
    mkpath
    sources.flatten.each do |source|
      raise "#{source} is not in the archive" unless File.exist?(source)

      FileUtils.mv(source, self)
    end
  end
end

class Formula
  class << self
    attr_reader :tried

    %i[desc homepage version license url sha256].each do |word|
      define_method(word) do |value = nil|
        return instance_variable_get("@#{word}") if value.nil?
        raise "#{word} is said twice" if instance_variable_defined?("@#{word}")

        instance_variable_set("@#{word}", value)
      end
    end

    def depends_on(what) = (raise "it depends on #{what.inspect}" unless what == :linux)
    def on_linux = yield
    def on_arm = MACHINE == "arm" ? yield : nil
    def on_intel = MACHINE == "intel" ? yield : nil
    def test(&block) = @tried = block
  end

  def version = self.class.version
  def testpath = @testpath ||= Pathname(Dir.mktmpdir)

  {
    bin: "bin", man1: "share/man/man1", doc: "share/doc/resy-mcp", bash_completion: "etc/bash_completion.d",
    zsh_completion: "share/zsh/site-functions", fish_completion: "share/fish/vendor_completions.d",
  }.each { |name, place| define_method(name) { Place.new(PREFIX / place) } }

  def assert_match(wanted, text) = (raise "#{wanted.inspect} is not in #{text.inspect}" unless text.match?(wanted))
  def shell_output(command) = pipe_output(command, "", 0)

  def pipe_output(command, input, status)
    output, ended = Open3.capture2(command, stdin_data: input)
    raise "#{command} ended with #{ended.exitstatus}" unless ended.exitstatus == status

    output
  end
end

load formula_path
raise "no archive for this machine" unless ResyMcp.url

archive = File.join(dist, File.basename(ResyMcp.url))
raise "#{archive} has another checksum" unless Digest::SHA256.file(archive).hexdigest == ResyMcp.sha256
raise "the words for it are too long" if ResyMcp.desc.length > 80

formula = ResyMcp.new
Dir.mktmpdir do |folder|
  system("tar", "-xzf", File.expand_path(archive), "-C", folder, "--strip-components=1", exception: true)
  Dir.chdir(folder) { formula.install }
end
# What was built for another machine is not started here.
if MACHINE == (RUBY_PLATFORM.start_with?("aarch64") ? "arm" : "intel")
  formula.instance_eval(&ResyMcp.tried)
  FileUtils.rm_rf(formula.testpath)
end
