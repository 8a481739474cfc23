//! What drawings refer to by name, kept for the next page.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    error::Result,
    file::File,
    font::Font,
    object::{Dictionary, Object, Stream},
};

/// How many bytes of drawings are kept.
const KEPT_BYTES: usize = 8 << 20;
/// How many fonts are kept.
const KEPT_FONTS: usize = 500;

/// Fonts and drawings of a file.
pub(crate) struct Resources<'file, 'bytes> {
    pub(super) file: &'file File<'bytes>,
    fonts: RefCell<FxHashMap<u32, Rc<Font>>>,
    drawings: RefCell<FxHashMap<u32, Rc<[u8]>>>,
    kept_bytes: Cell<usize>,
    /// Layers that are not shown.
    hidden: FxHashSet<u32>,
}

impl<'file, 'bytes> Resources<'file, 'bytes> {
    pub(crate) fn new(file: &'file File<'bytes>) -> Result<Self> {
        let layers = file.dictionary(&file.catalog()?, "OCProperties")?;
        let default = file.dictionary(&layers, "D")?;
        let off = file.value(&default, "OFF")?;
        let hidden = off.as_array().unwrap_or(&[]).iter().filter_map(Object::as_reference);
        Ok(Self {
            file,
            fonts: RefCell::default(),
            drawings: RefCell::default(),
            kept_bytes: Cell::new(0),
            hidden: hidden.map(|reference| reference.number).collect(),
        })
    }

    /// Returns `true` if a layer is not shown.
    pub(super) fn is_hidden(&self, layer: &Object) -> bool {
        layer.as_reference().is_some_and(|reference| self.hidden.contains(&reference.number))
    }

    /// Returns a font of the resources of a page or drawing.
    pub(super) fn font(&self, resources: &Dictionary, name: &[u8]) -> Result<Option<Rc<Font>>> {
        let fonts = self.file.dictionary(resources, "Font")?;
        let name = String::from_utf8_lossy(name);
        self.read_font(fonts.get(&name))
    }

    /// Returns the font that an object is or refers to.
    pub(super) fn read_font(&self, font: &Object) -> Result<Option<Rc<Font>>> {
        let number = font.as_reference().map(|reference| reference.number);
        if let Some(known) = number.and_then(|number| self.fonts.borrow().get(&number).cloned()) {
            return Ok(Some(known));
        }
        let font = self.file.resolve(font)?;
        let Some(dictionary) = font.as_dictionary() else { return Ok(None) };
        let font = Rc::new(Font::read(self.file, dictionary)?);
        if let Some(number) = number {
            let mut fonts = self.fonts.borrow_mut();
            if fonts.len() >= KEPT_FONTS {
                fonts.clear();
            }
            fonts.insert(number, font.clone());
        }
        Ok(Some(font))
    }

    /// Returns the bytes of a drawing.
    pub(super) fn drawing(&self, stream: &Stream) -> Result<Option<Rc<[u8]>>> {
        let number = stream.reference.number;
        if let Some(known) = self.drawings.borrow().get(&number) {
            return Ok(Some(known.clone()));
        }
        let Some(bytes) = self.file.decoded(stream)? else { return Ok(None) };
        let bytes: Rc<[u8]> = bytes.into();
        let mut drawings = self.drawings.borrow_mut();
        let mut kept = self.kept_bytes.get() + bytes.len();
        if kept > KEPT_BYTES {
            drawings.clear();
            kept = bytes.len();
        }
        self.kept_bytes.set(kept);
        drawings.insert(number, bytes.clone());
        Ok(Some(bytes))
    }
}
