//! The layouts (版式) in which synthetic returns are drawn.

use model::field::Field;

macro_rules! layouts {
    ($( $variant:ident = $name:literal, $doc:literal; )+) => {
        /// How a return is laid out.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Layout { $( #[doc = $doc] $variant, )+ }

        impl Layout {
            /// Every layout.
            pub const ALL: &[Layout] = &[ $( Layout::$variant, )+ ];

            /// The name in the truth tables.
            pub const fn name(self) -> &'static str { match self { $( Layout::$variant => $name, )+ } }
        }
    };
}

layouts! {
    StandardLedger = "standard_ledger", "Title, caption, merged header of two rows, notes and signatures.";
    PlainHeader = "plain_header", "One header row on top of 25 columns, nothing else.";
    BrokenLabels = "broken_labels", "Labels broken over three rows without merging, unit in the last.";
    ColumnNumbers = "column_numbers", "A row of column numbers (栏次) under the header.";
    Groups = "groups", "Group rows with counts, subtotals and a total.";
    TotalsOnTop = "totals_on_top", "The total stands above the rows.";
    SheetPerEdition = "sheet_per_edition", "One sheet for each edition; only its name and title say which.";
    SummaryAndDetail = "summary_and_detail", "A summary sheet before the detail, whose status is in ticks.";
    SubRows = "sub_rows", "Names merged over sub-rows for the phases, amounts on the sub-rows.";
    FreeText = "free_text", "The stage stands in free text only, the unit in each amount.";
    Transposed = "transposed", "Projects across, fields down.";
    Cards = "cards", "One project a sheet, labels with values to their right.";
    MonthMatrix = "month_matrix", "Capital month by month in columns of their own.";
    StackedTables = "stacked_tables", "Two tables below each other on one sheet.";
    SideBySide = "side_by_side", "Two tables beside each other on one sheet.";
    Bilingual = "bilingual", "Chinese and English in one heading.";
    UnitsRow = "units_row", "The units of the columns in a header row of their own.";
    UnitInFormat = "unit_in_format", "Only the number format shows the unit.";
    HiddenParts = "hidden_parts", "Hidden row, column and sheet, and a list that feeds drop-downs.";
    StaleCopy = "stale_copy", "Last month's sheet was left behind.";
    ShuffledColumns = "shuffled_columns", "The columns stand in another order each month.";
    Everything = "everything", "Three header levels, column numbers, merged industries, subtotals, hidden parts at once.";
    CardStack = "card_stack", "Cards below each other on one sheet.";
    RepeatedHeader = "repeated_header", "The header comes again inside the body, as on printed pages.";
    DateParts = "date_parts", "Dates of start and production over three columns: year, month, day.";
    TickedStages = "ticked_stages", "A column for each stage, one of them ticked.";
    StageSheets = "stage_sheets", "One sheet for each class of stages, no status column.";
    StageGroups = "stage_groups", "Group rows that say the stage, no status column.";
    StageCodes = "stage_codes", "The status as a bare number, explained in its heading.";
    CodeAndName = "code_and_name", "Ledger number and name in one column.";
    MonthSums = "month_sums", "Capital before the year and month by month, no total of it.";
    UnitsRowDashes = "units_row_dashes", "A row of units with dashes, then a row of column numbers.";
    DeepHeader = "deep_header", "A header of four or five rows that begins at C5.";
    NestedSums = "nested_sums", "Total first, sums in the group rows of editions and of industries.";
    EnglishOnly = "english_only", "Title, caption and headings in English.";
    PrintedPages = "printed_pages", "Foot, title and header on each printed page, headings written downwards.";
}

impl Layout {
    /// Whether rows of other events can be told apart, so that a unit sends them along.
    pub const fn names_the_event(self) -> bool {
        matches!(
            self,
            Layout::PlainHeader
                | Layout::StandardLedger
                | Layout::ColumnNumbers
                | Layout::TotalsOnTop
                | Layout::SummaryAndDetail
                | Layout::Bilingual
                | Layout::ShuffledColumns
                | Layout::EnglishOnly
        )
    }

    /// Whether each project has a row of its own, so that one listed twice can be pointed at.
    pub const fn has_one_row_each(self) -> bool {
        !matches!(
            self,
            Layout::Transposed | Layout::Cards | Layout::CardStack | Layout::SideBySide | Layout::SubRows
        )
    }

    /// Whether a wrong value of a field can be drawn: not in free text, nor in a sum that no cell holds.
    pub const fn can_be_wrong_in(self, field: Field) -> bool {
        !matches!(
            (self, field),
            (Layout::FreeText, Field::StatusRaw) | (Layout::MonthSums, Field::ArrivedTotal)
        )
    }

    /// Whether the month stands in the file name alone.
    pub const fn needs_month_in_file_name(self) -> bool {
        matches!(self, Layout::PlainHeader | Layout::SideBySide | Layout::Cards)
    }
}
