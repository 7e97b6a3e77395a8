//! What can be typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use demarche::report::OffsetUnit;
use demarche::syntax::Model;

/// Who stands where in news articles, on what, and in whose words.
#[derive(Debug, Parser)]
#[command(version = version(), about, after_help = "Exit codes: 0 done, 1 nothing found, 2 error.")]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Print statements: who stands where in which sentence
    Analyse(Analyse),
    /// Print positions: what the statements of a holder on an issue come to
    Compare(Compare),
    /// Print mentions: which countries, bodies, people and places are named
    Entities(Asked),
    /// Print attributions: who said what
    Attributions(Asked),
    /// Print propositions: who is for, against or says what, with no questions asked
    Propositions(Asked),
    /// Print relations: who backs or faces whom; a line of --jsonl may name one "source" and "target" to be judged
    Relations(Asked),
    /// Print the syntax of sentences, as trees or CoNLL-U
    Parse(ParseAsked),
    /// Score the engine against coded articles
    Eval(Eval),
}

/// Which articles, through which questions, and how to print.
#[derive(Args, Debug)]
pub(crate) struct Asked {
    #[command(flatten)]
    pub(crate) input: Input,
    /// Keep what this share link's filters keep
    #[arg(long, value_name = "LINK")]
    pub(crate) view: Option<String>,
    /// What offsets count: bytes, chars or utf16
    #[arg(long, default_value = "bytes", value_name = "UNIT")]
    pub(crate) offsets: OffsetUnit,
    /// JSON lines, comma-separated values, or a table to read
    #[arg(long, value_enum, default_value_t = Format::Jsonl)]
    pub(crate) format: Format,
}

#[derive(Args, Debug)]
pub(crate) struct Analyse {
    #[command(flatten)]
    pub(crate) asked: Asked,
    /// Also say how the words of each lead to its tag, as a last field
    #[arg(long)]
    pub(crate) why: bool,
    /// Print the sentences without a statement instead, and why each has none
    #[arg(long, conflicts_with = "why")]
    pub(crate) why_not: bool,
}

#[derive(Args, Debug)]
pub(crate) struct Compare {
    #[command(flatten)]
    pub(crate) asked: Asked,
    /// Also positions that only analysts, opposition or other unofficial voices give
    #[arg(long)]
    pub(crate) all: bool,
}

/// What gives a result to the byte.
fn version() -> &'static str {
    // Once a run: clap keeps no texts of its own.
    format!("{}, model {}", env!("CARGO_PKG_VERSION"), Model::builtin_id()).leak()
}

#[derive(Args, Clone, Debug, Default)]
pub(crate) struct Input {
    /// A list of articles, [{"id", "file", "date", "outlet"}, ...], or a dossier.json with its own
    #[arg(long, value_name = "INDEX.json")]
    pub(crate) articles: Option<PathBuf>,
    /// Articles as JSON lines, {"id", "text", "date", "outlet"}; - for stdin
    #[arg(long, value_name = "FILE|-")]
    pub(crate) jsonl: Option<PathBuf>,
    /// The questions: a dossier.json or any file with {"parties", "issues"}; its own articles are read where no others are given
    #[arg(long, value_name = "FILE")]
    pub(crate) codebook: Option<PathBuf>,
    /// Read by rules alone, without the parser
    #[arg(long)]
    pub(crate) rules_only: bool,
    /// Other weights than the built-in ones; for eval also a folder with weights for each set by name
    #[arg(long, value_name = "FILE", conflicts_with = "rules_only")]
    pub(crate) weights: Option<PathBuf>,
    /// Another parser model than the built-in one
    #[arg(long, value_name = "FILE", conflicts_with = "rules_only")]
    pub(crate) model: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(crate) struct ParseAsked {
    /// Plain text, a blank line between paragraphs; - for stdin [default: -]
    pub(crate) file: Option<PathBuf>,
    /// Take the words of this CoNLL-U file as given and write it back with our tags, heads and relations
    #[arg(long, value_name = "FILE", conflicts_with_all = ["file", "format"])]
    pub(crate) conllu: Option<PathBuf>,
    /// Print how much of that file's own analysis ours gets right, as a row of a Markdown table, in place of ours
    #[arg(long, requires = "conllu")]
    pub(crate) score: bool,
    /// Trees to read, or CoNLL-U
    #[arg(long, value_enum, default_value_t = ParseFormat::Tree)]
    pub(crate) format: ParseFormat,
    /// Another parser model than the built-in one
    #[arg(long, value_name = "FILE")]
    pub(crate) model: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ParseFormat {
    /// Each word under its head
    Tree,
    /// The format of the Universal Dependencies treebanks
    Conllu,
}

#[derive(Args, Debug)]
pub(crate) struct Eval {
    /// Folder with statements.jsonl and, where these are coded, positions.jsonl and entities.jsonl
    #[arg(value_name = "GOLD_DIR", required_unless_present = "disputes")]
    pub(crate) coded: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) input: Input,
    /// Folder of coded disputes, each a folder with index.json, codebook.json and the coded files
    #[arg(long, value_name = "DIR", conflicts_with_all = ["coded", "articles", "jsonl", "codebook"])]
    pub(crate) disputes: Option<PathBuf>,
    /// Folder of the source reports, with index.json [default: the variable REPORTS]
    #[arg(long, value_name = "DIR", requires = "disputes")]
    pub(crate) reports: Option<PathBuf>,
    /// Folder of the reports' coded files and codebook.json [default: the variable GOLD]
    #[arg(long, value_name = "DIR", requires = "disputes")]
    pub(crate) gold: Option<PathBuf>,
    /// Print a Markdown table
    #[arg(long, requires = "disputes")]
    pub(crate) markdown: bool,
    /// Also print each tag that is missing, wrong or too many
    #[arg(long)]
    pub(crate) misses: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Format {
    /// One JSON object a line
    Jsonl,
    /// Comma-separated values
    Csv,
    /// A table to read
    Grid,
}
