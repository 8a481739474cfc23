//! Runs the operators of a page that place text; lines, colours and pictures are passed over.

use std::rc::Rc;

use super::{
    glyph::{Glyph, Mark},
    marked::{Part, Parts},
    matrix::Matrix,
    operator::Operators,
    resource::Resources,
    state::State,
};
use crate::{
    error::{Limit, Result},
    file::{Area, Page},
    object::{Dictionary, Object, Stream},
};

/// Steps that a character costs.
const GLYPH_STEPS: usize = 40;
/// How many states may be kept.
const MOST_STATES: usize = 512;
/// How deep drawings may lie in each other.
const MOST_DRAWINGS: usize = 16;

/// What is on a page.
#[derive(Debug, Default)]
pub(crate) struct Drawing {
    /// Its characters, in the order in which they are drawn.
    pub(crate) glyphs: Vec<Glyph>,
    /// The number of pictures.
    pub(crate) pictures: usize,
}

/// Draws a page.
pub(crate) fn draw(resources: &Resources, page: &Page) -> Result<Drawing> {
    let contents = page.contents(resources.file)?;
    let mut interpreter = Interpreter {
        resources,
        state: State::new(Matrix::IDENTITY),
        states: Vec::new(),
        text: Matrix::IDENTITY,
        line: Matrix::IDENTITY,
        parts: Parts::default(),
        shown: page.shown,
        drawing: Drawing::default(),
        objects: 0,
        open: Vec::new(),
    };
    interpreter.run(&contents, &page.resources)?;
    Ok(interpreter.drawing)
}

struct Interpreter<'page, 'file, 'bytes> {
    resources: &'page Resources<'file, 'bytes>,
    state: State,
    states: Vec<State>,
    text: Matrix,
    line: Matrix,
    parts: Parts,
    shown: Option<Area>,
    drawing: Drawing,
    /// The number of text objects so far.
    objects: u32,
    /// The drawings that are being drawn.
    open: Vec<u32>,
}

impl Interpreter<'_, '_, '_> {
    fn run(&mut self, bytes: &[u8], resources: &Dictionary) -> Result<()> {
        let mut operators = Operators::new(bytes, self.resources.file.budget);
        while let Some((operator, operands)) = operators.next()? {
            self.operate(operator, operands, resources)?;
        }
        Ok(())
    }

    fn operate(&mut self, operator: &[u8], operands: &[Object], resources: &Dictionary) -> Result<()> {
        let number = |at: usize| operands.get(at).and_then(Object::as_number).filter(|number| number.is_finite());
        let first = number(0).unwrap_or(0.0);
        let last = operands.last();
        match operator {
            b"q" if self.states.len() < MOST_STATES => self.states.push(self.state.clone()),
            b"Q" => self.state = self.states.pop().unwrap_or_else(|| self.state.clone()),
            b"cm" => {
                if let Some(matrix) = matrix(operands) {
                    self.state.plane = matrix.then(self.state.plane);
                }
            }
            b"BT" => {
                self.objects = self.objects.wrapping_add(1);
                self.place(Matrix::IDENTITY);
            }
            b"Tm" => self.place(matrix(operands).unwrap_or(self.line)),
            b"Td" => self.move_line(first, number(1).unwrap_or(0.0)),
            b"TD" => {
                self.state.leading = -number(1).unwrap_or(0.0);
                self.move_line(first, number(1).unwrap_or(0.0));
            }
            b"T*" => self.next_line(),
            b"TL" => self.state.leading = first,
            b"Tc" => self.state.character_space = first,
            b"Tw" => self.state.word_space = first,
            b"Tz" => self.state.scale = first / 100.0,
            b"Ts" => self.state.rise = first,
            b"Tf" => {
                self.state.size = number(1).unwrap_or(self.state.size);
                let name = operands.first().and_then(Object::as_name).unwrap_or(b"");
                self.state.font = self.resources.font(resources, name)?;
            }
            b"gs" => self.set_graphics(last, resources)?,
            b"Tj" => self.show(last)?,
            b"'" => {
                self.next_line();
                self.show(last)?;
            }
            b"\"" => {
                self.state.word_space = first;
                self.state.character_space = number(1).unwrap_or(0.0);
                self.next_line();
                self.show(last)?;
            }
            b"TJ" => self.show_parts(last)?,
            b"Do" => self.draw_object(last, resources)?,
            b"BMC" => self.open_part(operands.first(), &Object::Null, resources)?,
            b"BDC" => self.open_part(operands.first(), operands.get(1).unwrap_or(&Object::Null), resources)?,
            b"EMC" => {
                let glyph = self.parts.close();
                self.drawing.glyphs.extend(glyph);
            }
            _ => {}
        }
        Ok(())
    }

    fn place(&mut self, matrix: Matrix) {
        self.line = matrix;
        self.text = matrix;
    }

    fn move_line(&mut self, x: f64, y: f64) {
        self.place(Matrix::shift(x, y).then(self.line));
    }

    fn next_line(&mut self) {
        self.move_line(0.0, -self.state.leading);
    }

    fn set_graphics(&mut self, name: Option<&Object>, resources: &Dictionary) -> Result<()> {
        let file = self.resources.file;
        let states = file.dictionary(resources, "ExtGState")?;
        let name = String::from_utf8_lossy(name.and_then(Object::as_name).unwrap_or(b"")).into_owned();
        let state = file.dictionary(&states, &name)?;
        let font = file.value(&state, "Font")?;
        if let [font, size] = font.as_array().unwrap_or(&[]) {
            self.state.font = self.resources.read_font(font)?;
            self.state.size = file.resolve(size)?.as_number().unwrap_or(self.state.size);
        }
        Ok(())
    }

    fn show_parts(&mut self, parts: Option<&Object>) -> Result<()> {
        for part in parts.and_then(Object::as_array).unwrap_or(&[]) {
            if let Some(back) = part.as_number() {
                let shift = -back / 1000.0 * self.state.size * self.state.scale;
                self.text = Matrix::shift(shift, 0.0).then(self.text);
            } else {
                self.show(Some(part))?;
            }
        }
        Ok(())
    }

    fn show(&mut self, string: Option<&Object>) -> Result<()> {
        let Some(string) = string.and_then(Object::as_string) else { return Ok(()) };
        let Some(font) = self.state.font.clone() else { return Ok(()) };
        font.codes(string, |code| {
            let budget = self.resources.file.budget;
            budget.spend(GLYPH_STEPS)?;
            if self.drawing.glyphs.len() >= budget.limits.characters {
                return Err(budget.exceeded(Limit::Characters));
            }
            let state = &self.state;
            let word_space = if code.is_word_space { state.word_space } else { 0.0 };
            let width = (code.width * state.size + state.character_space) * state.scale;
            let mark = self.parts.mark();
            let glyph = glyph(state, self.text, font.em(), code.text, width, mark);
            let taken = glyph.and_then(|mut glyph| {
                glyph.object = self.objects;
                if self.shown.is_some_and(|shown| !shown.holds(glyph.x, glyph.y, glyph.size / 2.0)) {
                    glyph.mark = Mark::Outside;
                }
                self.parts.take(glyph)
            });
            self.drawing.glyphs.extend(taken);
            self.text = Matrix::shift(width + word_space * state.scale, 0.0).then(self.text);
            Ok(())
        })
    }

    fn draw_object(&mut self, name: Option<&Object>, resources: &Dictionary) -> Result<()> {
        let file = self.resources.file;
        let objects = file.dictionary(resources, "XObject")?;
        let name = String::from_utf8_lossy(name.and_then(Object::as_name).unwrap_or(b"")).into_owned();
        let object = file.value(&objects, &name)?;
        let Some(stream) = object.as_stream() else { return Ok(()) };
        if file.value(&stream.dictionary, "Subtype")?.as_name() == Some(b"Image") {
            self.drawing.pictures += 1;
            return Ok(());
        }
        let number = stream.reference.number;
        if self.open.contains(&number) || self.resources.is_hidden(stream.dictionary.get("OC")) {
            return Ok(());
        }
        if self.open.len() >= MOST_DRAWINGS {
            return Err(file.budget.exceeded(Limit::Nesting));
        }
        self.open.push(number);
        let result = self.draw_form(stream, resources);
        self.open.pop();
        result
    }

    fn draw_form(&mut self, stream: &Rc<Stream>, resources: &Dictionary) -> Result<()> {
        let Some(bytes) = self.resources.drawing(stream)? else { return Ok(()) };
        let file = self.resources.file;
        let own = file.value(&stream.dictionary, "Resources")?;
        let resources = own.as_dictionary().unwrap_or(resources);
        let matrix = Matrix::new(&file.numbers(&stream.dictionary, "Matrix")?).unwrap_or(Matrix::IDENTITY);
        let state = self.state.clone();
        let kept = (self.text, self.line, self.parts.len(), std::mem::take(&mut self.states));
        self.state.plane = matrix.then(self.state.plane);
        self.run(&bytes, resources)?;
        // What was not closed ends with the drawing.
        while self.parts.len() > kept.2 {
            let glyph = self.parts.close();
            self.drawing.glyphs.extend(glyph);
        }
        self.state = state;
        (self.text, self.line, self.states) = (kept.0, kept.1, kept.3);
        Ok(())
    }

    fn open_part(&mut self, tag: Option<&Object>, properties: &Object, resources: &Dictionary) -> Result<()> {
        let file = self.resources.file;
        let tag = tag.and_then(Object::as_name).unwrap_or(b"");
        let mut layer = Object::Null;
        let properties = match properties.as_name() {
            Some(name) => {
                let listed = file.dictionary(resources, "Properties")?;
                layer = listed.get(&String::from_utf8_lossy(name)).clone();
                file.resolve(&layer)?
            }
            None => properties.clone(),
        };
        let instead = match properties.as_dictionary() {
            Some(properties) => file.value(properties, "ActualText")?,
            None => Object::Null,
        };
        let part = match (tag, instead.as_string()) {
            (b"OC", _) if self.resources.is_hidden(&layer) => Part::Hidden,
            (b"Artifact", _) => Part::Marked(Mark::Artifact),
            (_, Some(text)) => Part::Instead { text: text_string(text), drawn: None },
            (b"Lbl", None) => Part::Marked(Mark::ListLabel),
            _ => Part::Plain,
        };
        self.parts.open(part);
        Ok(())
    }
}

fn matrix(operands: &[Object]) -> Option<Matrix> {
    let numbers: Vec<f64> = operands.iter().filter_map(Object::as_number).collect();
    Matrix::new(&numbers)
}

/// The character at the place of the text matrix; `None` if it has no extent.
fn glyph(state: &State, text: Matrix, em: f64, shown: Option<Rc<str>>, width: f64, mark: Mark) -> Option<Glyph> {
    let whole = text.then(state.plane);
    let (x, y) = whole.point(0.0, state.rise);
    let (right, up) = (whole.vector((state.scale * state.size).signum(), 0.0), whole.vector(0.0, state.size * em));
    let unit = right.0.hypot(right.1);
    let size = up.0.hypot(up.1);
    let is_sound = [x, y, unit, size, width].iter().all(|number| number.is_finite() && number.abs() < 1e7);
    (is_sound && unit > 1e-9 && size > 1e-9).then(|| Glyph {
        text: shown,
        x,
        y,
        direction: (right.0 / unit, right.1 / unit),
        width: width.abs() * unit,
        size,
        mark,
        object: 0,
    })
}

/// A text of the file: UTF-16 or UTF-8 with a mark, else one byte a character.
fn text_string(bytes: &[u8]) -> Rc<str> {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => utf_16(rest, u16::from_be_bytes),
        [0xFF, 0xFE, rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into(),
        _ => bytes.iter().map(|byte| char::from(*byte)).collect::<String>().into(),
    }
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Rc<str> {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units).into()
}
